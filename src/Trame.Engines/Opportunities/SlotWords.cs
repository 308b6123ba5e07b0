using System.Globalization;

namespace Trame.Engines.Opportunities;

/// <summary>« mon 14-16 » or « lun 14-16 »: a day and whole hours.</summary>
internal static class SlotWords
{
    private static readonly string[] English = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], French = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];

    public static bool TryRead(string word, out int start, out int hours)
    {
        (start, hours) = (0, 0);
        var parts = word.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || parts[1].Split('-') is not [var from, var to]) return false;
        var day = Math.Max(Array.IndexOf(English, parts[0]), Array.IndexOf(French, parts[0]));
        if (day < 0 || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) || !int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end) || first >= end || end > 24) return false;
        (start, hours) = (day * 24 + first, end - first);
        return true;
    }

    public static string Write(int start, int hours) => string.Create(CultureInfo.InvariantCulture, $"{English[start / 24]} {start % 24}-{start % 24 + hours}");

    public static IEnumerable<string> Write(WeekHours hours)
    {
        for (var h = 0; h < WeekHours.Count; h++)
        {
            var length = 0;
            while (h / 24 == (h + length) / 24 && h + length < WeekHours.Count && hours.Holds(WeekHours.Of(h + length, 1))) length++;
            if (length == 0) continue;
            yield return Write(h, length);
            h += length - 1;
        }
    }
}
