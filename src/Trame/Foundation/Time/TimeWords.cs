using System.Globalization;
using System.Resources;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>The words of time (days, months, hours) from Texts.resx: they do not depend on the data of the machine's operating system.</summary>
internal static class TimeWords
{
    private static readonly ResourceManager Texts = new("Trame.Foundation.Time.Texts", typeof(TimeWords).Assembly);

    public static string Say(CultureInfo culture, string key, params object[] args)
    {
        var sentence = Texts.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text for {key}");
        return args.Length == 0 ? sentence : string.Format(culture, sentence, args);
    }

    public static string Day(CultureInfo culture, IsoDayOfWeek day) => Say(culture, "time.day." + (int)day);

    public static string Days(CultureInfo culture, IsoDayOfWeek day) => Say(culture, "time.days." + (int)day);

    public static string Month(CultureInfo culture, int month) => Say(culture, "time.month." + month);

    /// <summary>"9 h", "13 h 30", never parted over two lines (U+00A0); midnight at the end of a day is said "minuit".</summary>
    public static string Hour(CultureInfo culture, int minuteOfDay)
    {
        if (minuteOfDay == 1440) return Say(culture, "time.midnight");
        var (hour, minute) = (minuteOfDay % 1440 / 60, minuteOfDay % 60);
        var said = minute == 0
            ? Say(culture, "time.hour", hour)
            : Say(culture, "time.hour-minute", hour, minute.ToString("00", CultureInfo.InvariantCulture));
        return said.Replace(' ', '\u00A0');
    }

    /// <summary>"1er juillet", "14 juillet 2026".</summary>
    public static string Date(CultureInfo culture, int month, int day, int? year = null)
    {
        var said = Say(culture, day == 1 ? "time.date.first" : "time.date", day, Month(culture, month));
        return year is { } y ? Say(culture, "time.date.year", said, y.ToString(CultureInfo.InvariantCulture)) : said;
    }

    /// <summary>"a, b et c".</summary>
    public static string Join(CultureInfo culture, IReadOnlyList<string> pieces, string andKey = "time.and") =>
        pieces.Count < 2
            ? string.Concat(pieces)
            : string.Join(", ", pieces.Take(pieces.Count - 1)) + Say(culture, andKey) + pieces[^1];

    public static string Capitalised(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
