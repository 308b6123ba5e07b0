using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>Exceptional closures live in the text itself, so that every reader of open data sees them.</summary>
internal static class HoursClosures
{
    public static OpeningHours Add(OpeningHours hours, LocalDate from, LocalDate to, string? comment)
    {
        if (to < from) throw new ArgumentException("The last day lies before the first", nameof(to));
        var closure = new HoursRule { Join = RuleJoin.Normal, Modifier = OpenState.Closed, Comment = comment?.Replace('"', '\'') };
        closure.Dates.Add(from == to ? new DateSpan(Point(from), null, false) : new DateSpan(Point(from), End(from, to), false));
        // Before any "||": closed days must not fall back to "on appointment".
        var fallback = hours.Rules.TakeWhile(r => r.Join != RuleJoin.Fallback).Count();
        return new OpeningHours([.. hours.Rules.Take(fallback), closure, .. hours.Rules.Skip(fallback)]);
    }

    public static OpeningHours WithoutPast(OpeningHours hours, LocalDate today)
    {
        var kept = new List<HoursRule>();
        var join = RuleJoin.Normal;
        foreach (var rule in hours.Rules)
        {
            // A rule that leaves must hand its "||" on to the next, or the fallback would join the rules before.
            if (rule.Join == RuleJoin.Fallback) join = RuleJoin.Fallback;
            if (IsPast(rule, today)) continue;
            kept.Add(kept.Count == 0 ? rule with { Join = RuleJoin.Normal } : join == RuleJoin.Fallback ? rule with { Join = join } : rule);
            join = RuleJoin.Normal;
        }
        return new OpeningHours(kept.Count > 0 ? kept : [new HoursRule { Modifier = OpenState.Closed }]);
    }

    private static bool IsPast(HoursRule rule, LocalDate today) =>
        (rule.Years.Count > 0 && rule.Years.All(y => y.To < today.Year))
        || (rule.Dates.Count > 0 && rule.Dates.All(d => d.LastDay is { } last && last < today));

    private static DatePoint Point(LocalDate date) => new(date.Year, false, date.Month, date.Day, IsoDayOfWeek.None, 0, 0);

    /// <summary>"2026 Dec 24-26", "2026 Dec 24-2027 Jan 02": the end keeps its year, so that it reads alone.</summary>
    private static DatePoint End(LocalDate from, LocalDate to) => Point(to) with { Year = to.Year };
}
