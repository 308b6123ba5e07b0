using System.Globalization;

namespace Trame.Foundation.Text;

/// <summary>Numbers as people of the language write them: « 64 246 » with narrow no-break spaces (U+202F), « 1,3 km », « 12,50 € ». A number never parts from its unit (U+00A0).</summary>
public static class PlainNumbers
{
    private const char NoBreak = '\u00A0';

    private static readonly NumberFormatInfo French = new()
    {
        NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F", NumberGroupSizes = [3], NegativeSign = "\u2212",
    };

    private static readonly NumberFormatInfo English = new()
    {
        NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NumberGroupSizes = [3], NegativeSign = "\u2212",
    };

    public static string Plain(this long number, CultureInfo culture) => number.ToString("#,0", Format(culture));

    public static string Plain(this int number, CultureInfo culture) => Plain((long)number, culture);

    /// <summary>At most <paramref name="decimals"/> decimals, and none that says nothing (« 2 », not « 2,0 »).</summary>
    public static string Plain(this decimal number, CultureInfo culture, int decimals = 1) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString("#,0." + new string('#', decimals), Format(culture));

    /// <summary>« 350 m » below a kilometre (to the nearest 10 above 100), « 1,3 km » below ten, « 24 km » beyond: nobody walks to the metre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative or not a number.</exception>
    public static string Distance(double metres, CultureInfo culture)
    {
        if (!(metres >= 0) || metres > 1e9) throw new ArgumentOutOfRangeException(nameof(metres), metres, "A distance is between 0 and a million kilometres.");
        var whole = (decimal)Math.Round(metres, MidpointRounding.AwayFromZero);
        if (whole > 100) whole = Math.Round(whole / 10, MidpointRounding.AwayFromZero) * 10;
        if (whole < 1_000) return $"{whole.Plain(culture, 0)}{NoBreak}m";
        var kilometres = whole / 1_000;
        return $"{kilometres.Plain(culture, kilometres < 10 ? 1 : 0)}{NoBreak}km";
    }

    /// <summary>« 1 250 € », « 12,50 € »: cents are shown when there are some.</summary>
    public static string Euros(long cents, CultureInfo culture)
    {
        var euros = cents / 100m;
        var amount = Math.Abs(euros).ToString(cents % 100 == 0 ? "#,0" : "#,0.00", Format(culture));
        var sign = cents < 0 ? "\u2212" : "";
        return PlainLanguage.IsEnglish(culture) ? $"{sign}€{amount}" : $"{sign}{amount}{NoBreak}€";
    }

    /// <summary>A share between 0 and 1: « 32 % », « 0,4 % ».</summary>
    public static string Percent(decimal share, CultureInfo culture)
    {
        var percent = (share * 100).Plain(culture, Math.Abs(share) < 0.01m ? 1 : 0);
        return PlainLanguage.IsEnglish(culture) ? percent + "%" : $"{percent}{NoBreak}%";
    }

    private static NumberFormatInfo Format(CultureInfo culture) => PlainLanguage.IsEnglish(culture) ? English : French;
}
