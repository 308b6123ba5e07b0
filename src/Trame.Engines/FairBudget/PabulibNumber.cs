using System.Globalization;

namespace Trame.Engines.FairBudget;

/// <summary>A number as Pabulib files have it: digits, a point or a comma before the decimals, no thousands separator.</summary>
internal static class PabulibNumber
{
    private const int MostDecimals = 9;

    public static bool TryRead(ReadOnlySpan<char> text, out decimal number)
    {
        text = text.Trim();
        number = 0;
        if (text.Length > 40) return false;
        Span<char> pointed = stackalloc char[text.Length];
        text.Replace(pointed, ',', '.');
        if (!decimal.TryParse(pointed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)) return false;
        number = PowersOfTen.Shortest(number);
        return number.Scale <= MostDecimals;
    }
}
