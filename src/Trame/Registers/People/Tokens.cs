using System.Security.Cryptography;
using System.Text;

namespace Trame.Registers.People;

/// <summary>Random words that open something, and the only form of them that is kept.</summary>
public static class Tokens
{
    // No 0/O, 1/I/L: a code is read aloud on the phone and typed by someone without glasses.
    private const string Readable = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>A short code in groups of four, such as K7MP-2WXA.</summary>
    public static string Code(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Readable, 4)));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
