using System.Net.Mail;
using System.Text;

namespace Trame.Registers.Campaigns;

/// <summary>Mail by the server that the operator named (<c>Trame:Mail:Host</c>), or left in a folder for one that watches it (<c>Trame:Mail:Folder</c>). Neither: nothing leaves.</summary>
internal sealed class MailGate(IConfiguration configuration) : IMessageGate
{
    private readonly IConfigurationSection _mail = configuration.GetSection("Trame:Mail");

    public MessageWay Way => MessageWay.Mail;

    public bool IsSet => MailAddress.TryCreate(_mail["From"], out _) && (_mail["Host"] is { Length: > 0 } || _mail["Folder"] is { Length: > 0 });

    public async Task<string?> Send(string to, string subject, string text, CancellationToken stop)
    {
        if (!IsSet) return "not-set";
        if (!MailAddress.TryCreate(to, out var address)) return "address";
        using var client = new SmtpClient { Timeout = 20_000 };
        if (_mail["Folder"] is { Length: > 0 } folder) (client.DeliveryMethod, client.PickupDirectoryLocation) = (SmtpDeliveryMethod.SpecifiedPickupDirectory, Path.GetFullPath(folder));
        else
        {
            (client.Host, client.Port, client.EnableSsl) = (_mail["Host"]!, _mail.GetValue("Port", 587), _mail.GetValue("Tls", true)); // set: one of the two is
            if (_mail["User"] is { Length: > 0 } user) client.Credentials = new System.Net.NetworkCredential(user, _mail["Password"]);
        }

        using var message = new MailMessage(new MailAddress(_mail["From"]!), address) { Subject = subject, SubjectEncoding = Encoding.UTF8, Body = text, BodyEncoding = Encoding.UTF8 };
        try
        {
            await client.SendMailAsync(message, stop);
            return null;
        }
        catch (SmtpException reason)
        {
            return reason.StatusCode.ToString();
        }
        catch (IOException reason)
        {
            return reason.Message;
        }
    }
}
