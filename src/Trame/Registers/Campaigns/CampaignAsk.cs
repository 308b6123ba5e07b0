using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Trame.Registers.Campaigns;

/// <summary>One sheet, one call or one message: the records that one contact knows. The contact itself stays on the records; only a mark of it is kept here.</summary>
public sealed class CampaignAsk
{
    /// <summary>Longer, a sheet is a chore.</summary>
    public const int MostRecords = 12;

    private CampaignAsk() { }

    public CampaignAsk(Guid campaignId, string code, string mark, Instant at) => (CampaignId, Code, Mark, CreatedAt) = (campaignId, code, mark, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CampaignId { get; private set; }

    /// <summary>On the sheet, to be typed; alone it opens nothing to anybody who may not type answers.</summary>
    public string Code { get; private set; } = "";
    public string Mark { get; private set; } = "";
    public Instant CreatedAt { get; private set; }

    /// <summary>What makes a link of this sheet: 96 bits of HMAC-SHA256, that nobody makes without the secret of the campaign.</summary>
    public string Sign(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{Id:N} {Code}"))[..12]);

    public bool IsSigned(string secret, string signature) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(secret)), Encoding.UTF8.GetBytes(signature));
}
