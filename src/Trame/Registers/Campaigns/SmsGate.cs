using System.Text.Json;

namespace Trame.Registers.Campaigns;

/// <summary>Short messages are left in a folder (<c>Trame:Sms:Folder</c>), one file each, for the provider that the operator chose to take from there. No folder: nothing leaves.</summary>
internal sealed class SmsGate(IConfiguration configuration) : IMessageGate
{
    private readonly string _folder = configuration["Trame:Sms:Folder"] ?? "";

    public MessageWay Way => MessageWay.Sms;

    public bool IsSet => _folder.Length > 0;

    public async Task<string?> Send(string to, string subject, string text, CancellationToken stop)
    {
        if (!IsSet) return "not-set";
        try
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, $"{Guid.CreateVersion7():N}.json"), JsonSerializer.Serialize(new { to, text }), stop);
            return null;
        }
        catch (IOException reason)
        {
            return reason.Message;
        }
    }
}
