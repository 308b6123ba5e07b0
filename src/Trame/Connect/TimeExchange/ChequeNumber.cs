using System.Security.Cryptography;

namespace Trame.Connect.TimeExchange;

/// <summary>
/// The number of a cheque: eight signs drawn by chance, so that none is guessed, and one that checks them. With 31 signs, a prime number, and a different weight for each place, one wrong sign or two
/// that changed places are always seen.
/// </summary>
public static class ChequeNumber
{
    private const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // no 0/O, 1/I/L: read aloud, typed without glasses
    private const int Drawn = 8;

    public static string New() => Of(RandomNumberGenerator.GetString(Signs, Drawn));

    /// <summary>« K7MP-2WXA-Q » from its eight first signs.</summary>
    public static string Of(string drawn) => $"{drawn[..4]}-{drawn[4..]}-{Check(drawn)}";

    /// <summary>The number as it is kept, whatever spaces and capitals it was typed with; null when a sign is wrong.</summary>
    public static string? Read(string typed)
    {
        var bare = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return bare.Length == Drawn + 1 && bare.All(Signs.Contains) && Check(bare[..Drawn]) == bare[Drawn] ? Of(bare[..Drawn]) : null;
    }

    private static char Check(string drawn) => Signs[(Signs.Length - (drawn.Select((c, i) => (i + 2) * Signs.IndexOf(c)).Sum() % Signs.Length)) % Signs.Length];
}
