using System.Globalization;
using System.Text.RegularExpressions;

namespace Trame.Foundation.Privacy;

/// <summary>Numbers that lead to one person: telephone, e-mail, social security, national register, bank account, date of birth. A key, where there is one, is checked.</summary>
/// <remarks>NIR: thirteen characters and a key, 97 less their remainder by 97; Corsica 2A and 2B count as 19 and 18 (INSEE). Belgian national number: eleven
/// digits, 97 less the remainder of the first nine, preceded by 2 for births from 2000. IBAN: ISO 13616, remainder 1 by 97.</remarks>
internal static partial class SensitiveNumbers
{
    public static IEnumerable<ScanFinding> In(string text)
    {
        foreach (Match match in Email().Matches(text)) yield return Found(match, ScanCategory.Email);
        foreach (Match match in Nir().Matches(text)) if (IsNir(Compact(match.Value))) yield return Found(match, ScanCategory.NationalNumber);
        foreach (Match match in Belgian().Matches(text)) if (IsBelgian(Compact(match.Value))) yield return Found(match, ScanCategory.NationalNumber);
        foreach (Match match in Iban().Matches(text)) if (IsIban(Compact(match.Value))) yield return Found(match, ScanCategory.BankAccount);
        foreach (Match match in Phone().Matches(text)) yield return Found(match, ScanCategory.Phone);
        foreach (Match match in Birth().Matches(text)) yield return Found(match, ScanCategory.BirthDate);
    }

    internal static bool IsNir(string compact)
    {
        var digits = compact[..13].ToUpperInvariant();
        var lessForCorsica = digits[6] == 'A' ? 1_000_000L : digits[6] == 'B' ? 2_000_000L : 0L;
        if (!long.TryParse(digits.Replace('A', '0').Replace('B', '0'), CultureInfo.InvariantCulture, out var number)) return false;
        return 97 - ((number - lessForCorsica) % 97) == long.Parse(compact[13..], CultureInfo.InvariantCulture);
    }

    internal static bool IsBelgian(string digits)
    {
        var month = int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        if (month is > 12 and < 20 or > 52) return false; // bis numbers add 20 or 40 to the month
        var number = long.Parse(digits.AsSpan(0, 9), CultureInfo.InvariantCulture);
        var key = long.Parse(digits.AsSpan(9), CultureInfo.InvariantCulture);
        return 97 - (number % 97) == key || 97 - ((2_000_000_000L + number) % 97) == key;
    }

    internal static bool IsIban(string compact)
    {
        if (compact.Length is < 15 or > 34) return false;
        var rest = 0;
        foreach (var letter in compact[4..] + compact[..4])
        {
            var value = char.IsAsciiDigit(letter) ? letter - '0' : char.ToUpperInvariant(letter) - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % 97;
        }
        return rest == 1;
    }

    private static ScanFinding Found(Match match, ScanCategory category) => new(match.Index, match.Length, category);

    private static string Compact(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));

    [GeneratedRegex(@"[\p{L}\p{N}_.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}")]
    private static partial Regex Email();

    // Ten digits of France, or Belgium's, spaced, dotted, or in one; never inside a longer run of digits (a SIRET, a reference).
    [GeneratedRegex(@"(?<![\p{L}\p{N}+])(?:(?:\+|00)3[23][\s.\u00A0\u202F-]?(?:\(0\))?[\s.\u00A0\u202F-]?[1-9](?:[\s.\u00A0\u202F/-]?[0-9]){7,8}|0[1-9](?:[\s.\u00A0\u202F/-]?[0-9]{2}){4}|0[1-9][0-9]{0,2}[\s./\u00A0]{1,2}[0-9]{2,3}(?:[\s.\u00A0][0-9]{2}){2})(?![\s.]?[0-9])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[1-478][\s.]?[0-9]{2}[\s.]?[0-9]{2}[\s.]?(?:[0-9]{2}|2[ABab])[\s.]?[0-9]{3}[\s.]?[0-9]{3}[\s./-]{0,3}[0-9]{2}(?![\p{L}\p{N}])")]
    private static partial Regex Nir();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[0-9]{2}[\s.]?[0-9]{2}[\s.]?[0-9]{2}[\s-]?[0-9]{3}[\s.-]?[0-9]{2}(?![\p{L}\p{N}])")]
    private static partial Regex Belgian();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[A-Za-z]{2}[0-9]{2}(?:[\s]?[A-Za-z0-9]{4}){2,7}(?:[\s]?[A-Za-z0-9]{1,4})?(?![\p{L}\p{N}])")]
    private static partial Regex Iban();

    // A date alone may be a meeting's: only a date that someone was born on is one.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:n[ée]e?(?:\(e\)|\.e|·e)?\s+(?:le|en)|date\s+de\s+naissance|ddn|naissance|born(?:\s+on|\s+in)?|date\s+of\s+birth)\s*:?\s*(?:le\s+)?(?:[0-9]{1,2}[/.\s-](?:[0-9]{1,2}|\p{L}{3,9})[/.\s-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:19|20)[0-9]{2})(?![\p{L}\p{N}])", RegexOptions.IgnoreCase)]
    private static partial Regex Birth();
}
