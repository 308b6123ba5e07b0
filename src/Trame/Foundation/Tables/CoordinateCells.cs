using System.Globalization;
using System.Text.RegularExpressions;

namespace Trame.Foundation.Tables;

/// <summary>Where a place is: « 46.566 » and « 3,3322 », « 46°33'57"N », « 3e-05 » as programs write it, one cell or two, and the two columns exchanged (put right in metropolitan France and Belgium, and said).</summary>
public static partial class CoordinateCells
{
    public static CellReading<GeoPoint> Point(string latitude, string longitude)
    {
        var first = CellText.Trimmed(latitude);
        var second = CellText.Trimmed(longitude);
        if (first is null && second is null) return CellReading<GeoPoint>.Empty;
        if (first is null || second is null) return CellReading<GeoPoint>.Wrong("tables.point.one-missing", first ?? second ?? "");
        if (Degrees(first) is not { } north) return CellReading<GeoPoint>.Wrong("tables.point.unreadable", first);
        if (Degrees(second) is not { } east) return CellReading<GeoPoint>.Wrong("tables.point.unreadable", second);
        return Judge(north, east, $"{first} ; {second}");
    }

    /// <summary>Both in one cell: « 46.566, 3.3322 », « 46,566 ; 3,3322 », « 46.566 3.3322 ».</summary>
    public static CellReading<GeoPoint> Point(string both)
    {
        if (CellText.Trimmed(both) is not { } text) return CellReading<GeoPoint>.Empty;
        foreach (var separator in new[] { ";", ", ", "|", "/", " " , "," })
        {
            var parts = text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2 && Degrees(parts[0].TrimEnd(',')) is { } north && Degrees(parts[1]) is { } east) return Judge(north, east, text);
        }
        return CellReading<GeoPoint>.Wrong("tables.point.unreadable", text);
    }

    private static CellReading<GeoPoint> Judge(double north, double east, string typed)
    {
        if (north == 0 && east == 0) return CellReading<GeoPoint>.Wrong("tables.point.zero", typed);
        var isPossible = Math.Abs(north) <= 90 && Math.Abs(east) <= 180;
        if (!IsFranceOrBelgium(north, east) && IsFranceOrBelgium(east, north))
            return CellReading<GeoPoint>.Of(new(east, north), new("tables.point.exchanged", typed));
        return isPossible ? CellReading<GeoPoint>.Of(new(north, east)) : CellReading<GeoPoint>.Wrong("tables.point.impossible", typed);
    }

    // Metropolitan France with Corsica, and Belgium. Exchanged, it is a strip of sea off Somalia and its land, so that nothing true is turned round.
    private static bool IsFranceOrBelgium(double north, double east) => north is >= 41 and <= 51.6 && east is >= -5.5 and <= 9.8;

    private static double? Degrees(string text)
    {
        var plain = CellText.WithoutBlanks(text).Replace(',', '.').Replace('\u2212', '-');
        if (double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var degrees)) return degrees;
        if (DegreesMinutesSeconds().Match(plain.ToUpperInvariant()) is not { Success: true } parts) return null;
        var minutes = Value(parts.Groups["m"]);
        var seconds = Value(parts.Groups["s"]);
        if (minutes >= 60 || seconds >= 60) return null;
        var size = Value(parts.Groups["d"]) + (minutes / 60) + (seconds / 3600);
        return parts.Groups["sign"].Value == "-" || parts.Groups["side"].Value is "S" or "O" or "W" ? -size : size;
    }

    private static double Value(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?<sign>-)?(?<d>[0-9]{1,3}(?:\.[0-9]{1,12})?)(?:[°ºD](?:(?<m>[0-9]{1,2}(?:\.[0-9]{1,12})?)['’′M])?(?:(?<s>[0-9]{1,2}(?:\.[0-9]{1,12})?)(?:[""”″]|''|’’|′′))?)?(?<side>[NSEOW])?\z")]
    private static partial Regex DegreesMinutesSeconds();
}
