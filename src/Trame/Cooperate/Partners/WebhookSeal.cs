using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Trame.Cooperate.Partners;

/// <summary>Signs what is sent, and keeps the secrets that sign in a form that only this machine can open.</summary>
public sealed class WebhookSeal(IServiceProvider services)
{
    private IDataProtector Protector => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("trame.webhooks");

    public string Close(string secret) => Protector.Protect(secret);

    /// <summary>Null when the keys of this machine are not those that closed it.</summary>
    public string? Open(string closed)
    {
        try
        {
            return Protector.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>« t=1700000000,v1=… »: HMAC-SHA256 of the instant, a point and the body, in hexadecimal. The instant is signed so that an old message cannot be played again.</summary>
    public static string Sign(string secret, string body, Instant at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }
}
