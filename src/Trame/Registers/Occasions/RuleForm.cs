using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Trame.Registers.Occasions;

/// <summary>« Est-ce que cela revient ? » as people say it: once, every week, every two weeks, the second Tuesday of the month; the holidays and the dates to skip.</summary>
/// <param name="Rhythm">once, weekly, fortnightly, monthly, or other when the rule says more than this form.</param>
/// <param name="Skip">Dates left out, as typed.</param>
public sealed partial record RuleForm(string Rhythm, IReadOnlyList<string> Days, int Nth, string Until, string Skip)
{
    public bool NotOnPublicHolidays { get; init; }
    public bool NotInSchoolHolidays { get; init; }

    public static readonly IReadOnlyList<string> Rhythms = ["once", "weekly", "fortnightly", "monthly"];

    private const string Holidays = "X-TRAME-EXCEPT:";
    private const string PublicHolidays = "PUBLIC-HOLIDAYS";
    private const string SchoolHolidays = "SCHOOL-HOLIDAYS";

    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDatePattern French = LocalDatePattern.CreateWithInvariantCulture("d'/'M'/'uuuu");

    /// <summary>The rule that was sent: from the text when it was changed, from the simple form otherwise; null when it was not asked.</summary>
    public static string? Sent(IFormCollection form)
    {
        if (!form.ContainsKey("recurrence") && !form.ContainsKey("rule-rhythm")) return null;
        var text = form["recurrence"].ToString().ReplaceLineEndings("\n").Trim();
        if (!form.ContainsKey("rule-rhythm") || form["rule-rhythm"] == "other" || text != form["recurrence-was"].ToString().ReplaceLineEndings("\n").Trim()) return text;
        var typed = new RuleForm(form["rule-rhythm"].ToString(), [.. form["rule-days"].OfType<string>()], int.TryParse(form["rule-nth"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nth) ? nth : 1,
            form["rule-until"].ToString(), form["rule-skip"].ToString()) { NotOnPublicHolidays = form.ContainsKey("rule-no-holidays"), NotInSchoolHolidays = form.ContainsKey("rule-no-school-holidays") };
        return typed.ToRule();
    }

    public static RuleForm From(string rule)
    {
        if (rule.Length == 0) return new("once", [], 1, "", "");
        var lines = rule.Split('\n');
        var parts = lines[0].Replace("RRULE:", "", StringComparison.Ordinal).Split(';').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        var days = parts.GetValueOrDefault("BYDAY", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var until = Compact.Parse(parts.GetValueOrDefault("UNTIL", "").Split('T')[0]) is { Success: true } end ? LocalDatePattern.Iso.Format(end.Value) : "";
        var nth = days.Length == 1 && NthDay().Match(days[0]) is { Success: true } match ? match : null;
        var rhythm = (parts.GetValueOrDefault("FREQ"), parts.GetValueOrDefault("INTERVAL", "1")) switch
        {
            ("WEEKLY", "1") when nth is null => "weekly",
            ("WEEKLY", "2") when nth is null => "fortnightly",
            ("MONTHLY", "1") when nth is not null => "monthly",
            _ => "other",
        };
        var simple = parts.Keys.All(k => k is "FREQ" or "INTERVAL" or "BYDAY" or "UNTIL" or "WKST") && lines.Skip(1).All(l => l.StartsWith("EXDATE:", StringComparison.Ordinal) || l.StartsWith(Holidays, StringComparison.Ordinal));
        var without = lines.FirstOrDefault(l => l.StartsWith(Holidays, StringComparison.Ordinal)) ?? "";
        return new(simple ? rhythm : "other", nth is null ? days : [nth.Groups[2].Value], nth is null ? 1 : int.Parse(nth.Groups[1].Value, CultureInfo.InvariantCulture), until, string.Join(", ", Skipped(lines)))
        {
            NotOnPublicHolidays = without.Contains(PublicHolidays, StringComparison.Ordinal), NotInSchoolHolidays = without.Contains(SchoolHolidays, StringComparison.Ordinal),
        };
    }

    public string ToRule()
    {
        var days = Codes.Where(Days.Contains).ToList();
        var by = days.Count > 0 ? $";BYDAY={string.Join(',', Rhythm == "monthly" ? days.Select(d => $"{Nth}{d}") : days)}" : "";
        var head = Rhythm switch
        {
            "weekly" => "RRULE:FREQ=WEEKLY",
            "fortnightly" => "RRULE:FREQ=WEEKLY;INTERVAL=2",
            "monthly" => "RRULE:FREQ=MONTHLY",
            _ => "",
        };
        if (head.Length == 0) return "";
        var until = LocalDatePattern.Iso.Parse(Until) is { Success: true } end ? $";UNTIL={Compact.Format(end.Value)}" : "";
        var skip = Skip.Split([',', ';', '\n', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Date).ToList();
        var holidays = new[] { NotOnPublicHolidays ? PublicHolidays : "", NotInSchoolHolidays ? SchoolHolidays : "" }.Where(h => h.Length > 0).ToList();
        return $"{head}{by}{until}{(skip.Count > 0 ? $"\nEXDATE:{string.Join(',', skip)}" : "")}{(holidays.Count > 0 ? $"\n{Holidays}{string.Join(',', holidays)}" : "")}";
    }

    // What is not a date goes through as typed: the grammar refuses it with its words.
    private static string Date(string typed) => French.Parse(typed) is { Success: true } french ? Compact.Format(french.Value)
        : LocalDatePattern.Iso.Parse(typed) is { Success: true } iso ? Compact.Format(iso.Value) : typed;

    private static IEnumerable<string> Skipped(string[] lines) => lines.Where(l => l.StartsWith("EXDATE", StringComparison.Ordinal)).SelectMany(l => l[(l.IndexOf(':') + 1)..].Split(','))
        .Select(d => Compact.Parse(d.Split('T')[0]) is { Success: true } date ? French.Format(date.Value) : d);

    [GeneratedRegex(@"^(-?[1-5])(MO|TU|WE|TH|FR|SA|SU)$")]
    private static partial Regex NthDay();
}
