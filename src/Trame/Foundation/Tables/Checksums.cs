namespace Trame.Foundation.Tables;

/// <summary>The check digits of French and Belgian identifiers. Arguments are ASCII digits.</summary>
internal static class Checksums
{
    /// <summary>Luhn (ISO/IEC 7812-1, annex B): from the right, every second digit doubled, digits added up, a multiple of ten.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            if (place % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    public static int DigitSum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        foreach (var digit in digits) sum += digit - '0';
        return sum;
    }

    /// <summary>The remainder by 97, digit by digit, so that any length fits.</summary>
    public static int Modulo97(ReadOnlySpan<char> digits)
    {
        var rest = 0;
        foreach (var digit in digits) rest = ((rest * 10) + (digit - '0')) % 97;
        return rest;
    }
}
