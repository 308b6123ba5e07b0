using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Trame.Registers.Spaces;

/// <summary>Which daily backups stay: those of the last seven days that have one, and one for each of the four last weeks.</summary>
public static partial class BackupRotation
{
    public const int Days = 7;
    public const int Weeks = 4;

    public static string FileName(string slug, LocalDate day) => $"{slug}-quotidien-{LocalDatePattern.Iso.Format(day)}.sqlite";

    /// <summary>The day in a name that <see cref="FileName"/> gave for this space; null for any other file, which rotation never touches.</summary>
    public static LocalDate? DayOf(string slug, string fileName) =>
        Shape().Match(fileName) is { Success: true } parts && parts.Groups["slug"].Value == slug && LocalDatePattern.Iso.Parse(parts.Groups["day"].Value) is { Success: true } day ? day.Value : null;

    public static IReadOnlyList<LocalDate> Outdated(IEnumerable<LocalDate> days)
    {
        var all = days.Distinct().OrderDescending().ToList();
        // The first backup of a week stands for it: it is still there when the seven days have passed.
        var weekly = all.GroupBy(WeekOf).OrderByDescending(w => w.Key, StringComparer.Ordinal).Take(Weeks).Select(w => w.Min());
        var kept = all.Take(Days).Concat(weekly).ToHashSet();
        return [.. all.Where(d => !kept.Contains(d))];
    }

    private static string WeekOf(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day.ToDateTimeUnspecified()):0000}-{ISOWeek.GetWeekOfYear(day.ToDateTimeUnspecified()):00}");

    [GeneratedRegex(@"\A(?<slug>.+)-quotidien-(?<day>\d{4}-\d{2}-\d{2})\.sqlite\z")]
    private static partial Regex Shape();
}
