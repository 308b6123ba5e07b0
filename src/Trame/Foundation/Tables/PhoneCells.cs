using System.Text.RegularExpressions;

namespace Trame.Foundation.Tables;

/// <summary>French and Belgian telephone numbers, with overseas departments and short numbers.</summary>
/// <remarks>Numbering plans: ARCEP (France: ten digits, the two after the zero tell the territory overseas) and BIPT (Belgium: nine digits, ten for mobiles 04xx).</remarks>
public static partial class PhoneCells
{
    /// <summary>A number of France, or an international one.</summary>
    public static CellReading<PhoneNumber> French(string cell) => Read(cell, NationalFrench);

    /// <summary>A number of Belgium, or an international one.</summary>
    public static CellReading<PhoneNumber> Belgian(string cell) => Read(cell, NationalBelgian);

    private static CellReading<PhoneNumber> Read(string cell, Func<string, string, CellReading<PhoneNumber>> national)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<PhoneNumber>.Empty;
        var several = Several().Split(text).Where(part => part.Any(char.IsAsciiDigit)).ToArray();
        if (several.Length > 1) return First(text, Read(several[0], national));
        var compact = Ornaments().Replace(text.Replace("(0)", "", StringComparison.Ordinal), "");
        if (compact.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) compact = compact["tel:".Length..];
        if (compact.StartsWith("00", StringComparison.Ordinal)) compact = "+" + compact[2..];
        if (!Shape().IsMatch(compact)) return CellReading<PhoneNumber>.Wrong("tables.phone.shape", text);
        return compact[0] == '+' ? International(text, compact[1..]) : national(text, compact);
    }

    private static CellReading<PhoneNumber> First(string text, CellReading<PhoneNumber> first) => first.HasValue
        ? first with { Note = new TableProblem("tables.phone.first-kept", text, first.Value!.Display) } : first;

    private static CellReading<PhoneNumber> International(string text, string digits)
    {
        if (digits.StartsWith("33", StringComparison.Ordinal) && digits.Length == 11 && digits[2] != '0') return CellReading<PhoneNumber>.Of(new("+" + digits, Pairs("0" + digits[2..])));
        if (digits.StartsWith("32", StringComparison.Ordinal) && digits.Length is 10 or 11 && digits[2] != '0') return CellReading<PhoneNumber>.Of(Belgian32(digits[2..]));
        if (digits.StartsWith("33", StringComparison.Ordinal) || digits.StartsWith("32", StringComparison.Ordinal) || digits.Length is < 8 or > 15)
            return CellReading<PhoneNumber>.Wrong("tables.phone.length", text, digits.Length);
        return CellReading<PhoneNumber>.Of(new("+" + digits, "+" + digits));
    }

    private static CellReading<PhoneNumber> NationalFrench(string text, string digits)
    {
        if (IsShort(digits)) return CellReading<PhoneNumber>.Of(new(digits, digits.Length == 4 ? $"{digits[..2]} {digits[2..]}" : digits));
        var lostZero = digits.Length == 9 && digits[0] != '0';
        if (lostZero) digits = "0" + digits;
        if (digits.Length != 10 || digits[0] != '0' || digits[1] == '0') return CellReading<PhoneNumber>.Wrong("tables.phone.length", text, digits.Length);
        var number = new PhoneNumber($"+{Prefix(digits)}{digits[1..]}", Pairs(digits));
        return CellReading<PhoneNumber>.Of(number, lostZero ? new TableProblem("tables.code.repaired", text, number.Display) : null);
    }

    private static CellReading<PhoneNumber> NationalBelgian(string text, string digits)
    {
        if (IsShort(digits)) return CellReading<PhoneNumber>.Of(new(digits, digits));
        var isOne = digits[0] == '0' && (digits.Length == 9 || (digits.Length == 10 && digits[1] == '4'));
        return isOne ? CellReading<PhoneNumber>.Of(Belgian32(digits[1..])) : CellReading<PhoneNumber>.Wrong("tables.phone.length", text, digits.Length);
    }

    // 15, 115, 3949, 116 117.
    private static bool IsShort(string digits) => (digits.Length is >= 2 and <= 4 && digits[0] is ('1' or '3'))
        || (digits.Length == 6 && digits.StartsWith("11", StringComparison.Ordinal));

    private static string Prefix(string tenDigits) => tenDigits[..4] switch
    {
        "0262" or "0263" or "0269" or "0639" or "0692" or "0693" => "262",
        "0590" or "0690" or "0691" => "590",
        "0594" or "0694" => "594",
        "0596" or "0696" or "0697" => "596",
        _ => "33",
    };

    private static string Pairs(string tenDigits) => string.Join(' ', tenDigits.Chunk(2).Select(pair => new string(pair)));

    private static PhoneNumber Belgian32(string rest)
    {
        if (rest.Length == 9) return new("+32" + rest, $"0{rest[..3]} {rest[3..5]} {rest[5..7]} {rest[7..]}"); // mobile
        var hasShortArea = rest[0] is '2' or '3' or '4' or '9'; // Brussels, Antwerp, Liège, Ghent
        return new("+32" + rest, hasShortArea ? $"0{rest[0]} {rest[1..4]} {rest[4..6]} {rest[6..]}" : $"0{rest[..2]} {rest[2..4]} {rest[4..6]} {rest[6..]}");
    }

    [GeneratedRegex(@"\s*(?:/(?=\s*(?:\+|0[1-9]))|\||;|,|\bou\b|\bet\b|\n)\s*")]
    private static partial Regex Several();

    [GeneratedRegex(@"[\s.\-/()\u00A0\u202F\u2010-\u2013_]")]
    private static partial Regex Ornaments();

    [GeneratedRegex(@"\A\+?[0-9]{2,16}\z")]
    private static partial Regex Shape();
}
