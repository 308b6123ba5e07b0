using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Registers.Campaigns;

/// <summary>« Est-ce toujours vrai ? » asked once of those who know some records. Holds: it has a name; its filter is one of those offered; ended is for good, and nobody is asked again by it.</summary>
public sealed class Campaign
{
    public const int NameLength = 100;

    private Campaign() { }

    private Campaign(string name, CampaignFilter filter, string secret, Instant at) => (Name, Filter, Secret, CreatedAt) = (name, filter, secret, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public CampaignFilter Filter { get; private set; } = new(null, null, 12, 6);

    /// <summary>Signs the links of this campaign, so that a sheet can be printed again.</summary>
    public string Secret { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant? EndedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<Campaign> Make(string name, CampaignFilter filter, string secret, Instant at) => name.Trim() switch
    {
        var said when Blank.Is(said) => new Refusal("campaigns.name.missing", "Name"),
        { Length: > NameLength } => new Refusal("campaigns.name.long", "Name", $"{NameLength}"),
        _ when !filter.IsKnown => new Refusal("campaigns.filter.unknown"),
        var said => new Campaign(said, filter, secret, at),
    };

    public Outcome End(Instant at)
    {
        if (EndedAt is not null) return new Refusal("campaigns.ended");
        EndedAt = at;
        Version++;
        return Outcome.Done;
    }
}
