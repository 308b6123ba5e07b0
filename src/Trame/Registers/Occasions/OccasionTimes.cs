using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Time;

namespace Trame.Registers.Occasions;

/// <summary>When an occasion happens, from its dates and its rule. Whatever has no known length lasts until the end of its day: better to come late than to be told it is over.</summary>
public static class OccasionTimes
{
    private const int MostTries = 400;
    private const int YearsTried = 12; // 29 February comes back within eight

    private static readonly NodaTime.Text.LocalDateTimePattern StartPattern = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>The first time that is not over yet; null when there is none, or when it is a place.</summary>
    public static OccasionTime? Next(Occasion occasion, SpaceCalendar calendar, Instant now)
    {
        if (occasion.Status == OccasionStatus.Closed || occasion.MergedIntoId is not null || occasion.Kind == OccasionKind.Place) return null;
        if (occasion.Kind == OccasionKind.Project) return Span(occasion, calendar) is { } span && span.EndsAt > now ? span : null;
        if (RuleOf(occasion, calendar) is not { } rule) return null;
        if (!Repeats(occasion)) return Time(occasion, calendar, rule.Start) is var once && once.EndsAt > now ? once : null;

        var after = now - LengthOf(occasion) - Duration.FromDays(1);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (rule.Next(after, calendar.Holidays) is not { } next || next.Local.Date > (occasion.EndsOn ?? LocalDate.MaxIsoValue)) return null;
            var time = Time(occasion, calendar, next.Local);
            if (time.EndsAt > now) return time;
            after = next.At;
        }

        return null;
    }

    /// <summary>The times of a moment whose first day lies between two days, both included; at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<OccasionTime> Between(Occasion occasion, SpaceCalendar calendar, LocalDate from, LocalDate to, int most = 400)
    {
        if (occasion.Kind != OccasionKind.Moment || RuleOf(occasion, calendar) is not { } rule) return [];
        var last = occasion.EndsOn is { } end && end < to && Repeats(occasion) ? end : to;
        return last < from ? [] : [.. rule.Occurrences(from, last, calendar.Holidays).Items.Take(most).Select(o => Time(occasion, calendar, o.Local))];
    }

    /// <summary>The rule of a moment in the space's zone; null when its dates say nothing.</summary>
    public static Recurrence? RuleOf(Occasion occasion, SpaceCalendar calendar)
    {
        if (occasion.Kind != OccasionKind.Moment) return null;
        // A rule without a first day counts from the day it was written down.
        if ((occasion.StartsOn ?? (Repeats(occasion) ? calendar.Today(occasion.CreatedAt) : null)) is not { } day) return null;
        var start = day.At(occasion.StartsAt ?? LocalTime.Midnight);
        if (!Repeats(occasion)) return Recurrence.Once(start, calendar.Zone);
        var parsed = Recurrence.Parse($"DTSTART;TZID={calendar.Zone.Id}:{StartPattern.Format(start)}\n{occasion.Recurrence}");
        return parsed.Ok ? Ending(parsed.Value, occasion.EndsOn) : null; // written by another tool than our forms: it is shown as it is, and never comes next
    }

    /// <summary>Why these dates can never be; null when they can.</summary>
    /// <param name="occasion">Its dates and its rule.</param>
    /// <param name="calendarOf">Asked only where a rule has to be counted out.</param>
    public static Refusal? Impossible(Occasion occasion, Func<SpaceCalendar> calendarOf)
    {
        if (occasion is { StartsOn: { } first, EndsOn: { } last } && last < first) return new Refusal("occasions.dates.order", "ends-on");
        if (!Repeats(occasion)) return null;
        var calendar = calendarOf();
        if (RuleOf(occasion, calendar) is not { } rule) return null;
        return rule.Occurrences(rule.Start.Date, rule.Start.Date.PlusYears(YearsTried), calendar.Holidays).Items.Count == 0 ? new Refusal("occasions.dates.never", "recurrence") : null;
    }

    // « Dernier jour » ends the rule, for us and for the calendars that read our file; a rule that ends sooner by its own count keeps it.
    private static Recurrence Ending(Recurrence when, LocalDate? last)
    {
        if (last is not { } day || when.Rule is not { } rule || rule.Until?.In(when.Zone).Date <= day) return when;
        var counted = rule.Count is { } count && when.Nominal(when.Start.Date, day).Times.Except(when.Also).Count() >= count;
        return counted ? when : when with { Rule = rule with { Count = null, Until = RuleEnd.After(day) } };
    }

    public static Duration LengthOf(Occasion occasion) => Duration.FromMinutes(occasion.DurationMinutes ?? 0);

    private static bool Repeats(Occasion occasion) => occasion.Recurrence.Length > 0;

    private static OccasionTime Time(Occasion occasion, SpaceCalendar calendar, LocalDateTime start)
    {
        var allDay = occasion.StartsAt is null;
        var startsAt = start.InZoneLeniently(calendar.Zone).ToInstant();
        var lastDay = !Repeats(occasion) && occasion.EndsOn > start.Date ? occasion.EndsOn.Value : start.Date;
        var endsAt = lastDay == start.Date && !allDay && occasion.DurationMinutes > 0 ? startsAt + LengthOf(occasion) : calendar.StartOf(lastDay.PlusDays(1));
        return new OccasionTime(start, calendar.Local(endsAt), startsAt, endsAt, allDay);
    }

    // A project without dates does not come next; one that runs comes next by its end.
    private static OccasionTime? Span(Occasion project, SpaceCalendar calendar)
    {
        if ((project.StartsOn ?? project.EndsOn) is not { } first) return null;
        var last = project.EndsOn is { } end && end >= first ? end : first;
        var (startsAt, endsAt) = (calendar.StartOf(first), calendar.StartOf(last.PlusDays(1)));
        return new OccasionTime(first.AtMidnight(), last.PlusDays(1).AtMidnight(), startsAt, endsAt, AllDay: true);
    }
}
