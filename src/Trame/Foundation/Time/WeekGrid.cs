using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>A week as a form shows it: seven days (Monday first) with up to three spans each, so that nobody needs the grammar.</summary>
public sealed record WeekGrid(IReadOnlyList<GridDay> Days, bool ClosedOnPublicHolidays)
{
    public const int MaxSpans = 3;

    public static WeekGrid Empty { get; } = new([.. Enumerable.Repeat(GridDay.Closed, 7)], false);

    /// <summary>False when the hours say more than a grid can (seasons, parity, comments, "unknown"...): the page then shows the text.</summary>
    public static bool TryFrom(OpeningHours hours, out WeekGrid grid)
    {
        grid = Empty;
        var days = Enumerable.Range(0, 7).Select(_ => new List<HoursSpan>()).ToArray();
        var holidaysOff = false;
        foreach (var rule in hours.Rules)
        {
            if (IsHolidaysOff(rule)) { holidaysOff = true; continue; }
            if (holidaysOff || !IsPlain(rule)) return false; // a rule after "PH off" would open the holidays again
            for (var day = 0; day < 7; day++)
            {
                if (rule.NamesDays && !rule.Weekdays.Exists(d => Holds(d, day))) continue;
                if (rule.State == OpenState.Closed || (rule.Join == RuleJoin.Normal && rule.NamesDays)) days[day].Clear();
                days[day].AddRange(rule.Times);
            }
        }
        if (days.Any(d => d.Count > MaxSpans || Overlap(d))) return false;
        grid = new WeekGrid([.. days.Select(d => new GridDay([.. d.OrderBy(s => s.Start).Select(Text)]))], holidaysOff);
        return true;
    }

    /// <summary>A refusal's Column is the day, 1 (Monday) to 7: the page puts the sentence beside it.</summary>
    public ParseResult<OpeningHours> ToOpeningHours()
    {
        var days = new List<(string Text, List<HoursSpan> Spans)>();
        for (var day = 0; day < 7; day++)
        {
            if (Read(Days[day], day + 1, out var spans) is { } error) return error;
            days.Add((string.Join(',', spans), spans));
        }
        var rules = new List<HoursRule>();
        foreach (var alike in days.Select((d, i) => (d, i)).Where(x => x.d.Spans.Count > 0).GroupBy(x => x.d.Text))
        {
            var rule = new HoursRule();
            rule.Weekdays.AddRange(Runs([.. alike.Select(x => x.i + 1)]));
            rule.Times.AddRange(alike.First().d.Spans);
            rules.Add(rule);
        }
        if (rules.Count == 0) return new OpeningHours([new HoursRule { Modifier = OpenState.Closed }]);
        if (ClosedOnPublicHolidays) rules.Add(HolidaysOff());
        return new OpeningHours(rules);
    }

    private static ParseError? Read(GridDay day, int number, out List<HoursSpan> spans)
    {
        spans = [];
        foreach (var span in day.Spans)
        {
            if (string.IsNullOrWhiteSpace(span.From) && string.IsNullOrWhiteSpace(span.To)) continue;
            if (string.IsNullOrWhiteSpace(span.From) || string.IsNullOrWhiteSpace(span.To)) return new ParseError("time.grid.half", number, span.From + span.To, []);
            foreach (var end in (string[])[span.From, span.To])
                if (HumanHours.Minutes(end) is null) return new ParseError("time.grid.time", number, end ?? "", []);
            var (from, to) = (HumanHours.Minutes(span.From)!.Value, HumanHours.Minutes(span.To)!.Value);
            if (from >= 1440) return new ParseError("time.grid.time", number, span.From, []);
            spans.Add(new HoursSpan(from, to <= from ? to + 1440 : to, OpenEnd: false));
        }
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        if (spans.Count > MaxSpans) return new ParseError("time.grid.too-many", number, "", []);
        return Overlap(spans) ? new ParseError("time.grid.overlap", number, "", []) : null;
    }

    private static bool Overlap(List<HoursSpan> spans) =>
        spans.OrderBy(s => s.Start).Zip(spans.OrderBy(s => s.Start).Skip(1)).Any(p => p.Second.Start < p.First.End);

    private static IEnumerable<WeekdayRange> Runs(List<int> days)
    {
        for (var i = 0; i < days.Count;)
        {
            var last = i;
            while (last + 1 < days.Count && days[last + 1] == days[last] + 1) last++;
            if (last - i < 2) last = i; // two days are named, three make a range
            yield return new WeekdayRange((IsoDayOfWeek)days[i], (IsoDayOfWeek)days[last], [], 0);
            i = last + 1;
        }
    }

    private static bool IsHolidaysOff(HoursRule rule) =>
        rule is { Holidays: [{ School: false, Offset: 0 }], Weekdays.Count: 0, State: OpenState.Closed, Times.Count: 0, Comment: null } && NoDates(rule);

    private static bool IsPlain(HoursRule rule) =>
        rule is { Always: false, Comment: null, Holidays.Count: 0 } && rule.Join != RuleJoin.Fallback && NoDates(rule)
        && rule.Weekdays.TrueForAll(d => d.Nth.Count == 0 && d.Offset == 0)
        && (rule.State == OpenState.Closed ? rule.Times.Count == 0 : rule.State == OpenState.Open && rule.Times.Count > 0 && rule.Times.TrueForAll(t => !t.OpenEnd && t.End <= t.Start + 1440));

    private static bool NoDates(HoursRule rule) => rule.Years.Count + rule.Dates.Count + rule.Weeks.Count == 0;

    private static bool Holds(WeekdayRange days, int day) => days.Holds(new LocalDate(2024, 1, 1).PlusDays(day)); // 2024-01-01 is a Monday

    private static GridSpan Text(HoursSpan span) =>
        new(HoursPrinter.Time(span.Start), HoursPrinter.Time(span.End > 1440 ? span.End - 1440 : span.End));

    private static HoursRule HolidaysOff()
    {
        var rule = new HoursRule { Modifier = OpenState.Closed };
        rule.Holidays.Add(new HolidayPick(School: false, Offset: 0));
        return rule;
    }

    public bool Equals(WeekGrid? other) => other is not null && ClosedOnPublicHolidays == other.ClosedOnPublicHolidays && Days.SequenceEqual(other.Days);
    public override int GetHashCode() => Days.Sum(d => d.Spans.Count);
}
