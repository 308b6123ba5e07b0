using System.Globalization;
using Trame.Foundation.Text;

namespace Trame.Foundation.Tables;

/// <summary>Numbers and yes or no, as they are typed in France and Belgium.</summary>
public static class NumberCells
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>« 64 246 », « -3 », « 12.0 ».</summary>
    public static CellReading<long> Integer(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<long>.Empty;
        var digits = Unspaced(text);
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return CellReading<long>.Of(number);
        if (!decimal.TryParse(digits.Replace(',', '.'), Plain, CultureInfo.InvariantCulture, out var parts)) return CellReading<long>.Wrong("tables.integer.unreadable", text);
        if (parts != decimal.Truncate(parts) || Math.Abs(parts) > long.MaxValue) return CellReading<long>.Wrong("tables.integer.not-whole", text);
        return CellReading<long>.Of((long)parts);
    }

    /// <summary>« 12,5 », « 12.5 », « 1 250,50 », « 1.250,50 », « 12,5 € », « 80 % » (80, the sign is the column's).</summary>
    public static CellReading<decimal> Decimal(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<decimal>.Empty;
        var digits = Unspaced(text).TrimEnd('€', '%');
        var comma = digits.LastIndexOf(',');
        var point = digits.LastIndexOf('.');
        // The last of the two is the decimal one; a sign that comes twice can only group thousands.
        if (comma > point && point >= 0) digits = digits.Replace(".", "", StringComparison.Ordinal);
        else if (point > comma && comma >= 0) digits = digits.Replace(",", "", StringComparison.Ordinal);
        if (decimal.TryParse(digits.Replace(',', '.'), Plain, CultureInfo.InvariantCulture, out var number)) return CellReading<decimal>.Of(number);
        return CellReading<decimal>.Wrong("tables.decimal.unreadable", text);
    }

    /// <summary>Oui/non, o/n, vrai/faux, yes/no, true/false, 1/0, x, in any case.</summary>
    public static CellReading<bool> YesNo(string cell)
    {
        if (CellText.Trimmed(cell) is not { } text) return CellReading<bool>.Empty;
        return string.Concat(FrenchTokens.Tokens(text)) switch
        {
            "oui" or "o" or "vrai" or "yes" or "y" or "true" or "1" or "x" or "ja" => CellReading<bool>.Of(true),
            "non" or "n" or "faux" or "no" or "false" or "0" or "nee" => CellReading<bool>.Of(false),
            _ => CellReading<bool>.Wrong("tables.yes-no.unreadable", text),
        };
    }

    private static string Unspaced(string text) => CellText.WithoutBlanks(text).Replace("\u2212", "-", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
}
