using System.Globalization;
using NodaTime;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Time;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Observe.Occasions;

/// <summary>What a list says of an occasion, in words people say.</summary>
public sealed class OccasionWords(SpaceCalendar calendar, Instant now, int freshMonths, CultureInfo culture)
{
    private const int MostNamed = 3;

    public LocalDate Today => calendar.Today(now);

    public static string Path(OccasionSummary o) => $"/{OccasionShelf.Of(o.Kind)}/{o.Slug}";

    /// <summary>« demain à 18 h 30 », « ouvert jusqu'à 19 h », « prochaine étape le 31 mars 2027 » (a project begins or ends then); null when nobody knows.</summary>
    public string? When(OccasionSummary o)
    {
        if (o.Kind == OccasionKind.Place) return OpenToday(o.Hours);
        if (o.NextAt is not { } at) return null;
        return o.Kind == OccasionKind.Moment ? Moment(at, o.HasTime) : Texts.Get("find.when.turn", calendar.Today(at).PlainDay(culture));
    }

    public string Moment(Instant at, bool hasTime)
    {
        var local = calendar.Local(at);
        if (at <= now) return Texts.Get("find.when.under-way");
        return hasTime ? local.PlainMoment(Today, culture) : Day(local.Date);
    }

    public string Day(LocalDate day) => day.PlainDay(Today, culture);

    /// <summary>Whether a place is open now, until when, or when it opens next.</summary>
    public string? OpenToday(string hours)
    {
        if (hours.Length == 0 || OpeningHoursCache.Shared.Get(hours) is not { Ok: true, Value: { } read }) return null;
        var local = calendar.Local(now);
        switch (read.StateAt(local, calendar.Holidays))
        {
            case OpenState.Unknown:
                return Texts.Get("find.when.ask");
            case OpenState.Open:
                var until = read.OpenUntil(local, calendar.Holidays);
                return until is { } end ? Texts.Get("find.when.open-until", Hour(end)) : Texts.Get("find.when.open");
            default:
                return read.NextOpening(local, calendar.Holidays, 60) is { } next ? Texts.Get("find.when.opens", next.PlainMoment(Today, culture)) : Texts.Get("find.when.closed");
        }
    }

    /// <summary>A place that is closed at this minute: its tag must not look like an open door.</summary>
    public bool IsShut(OccasionSummary o) => o is { Kind: OccasionKind.Place, Hours.Length: > 0 } && OpeningHoursCache.Shared.Get(o.Hours) is { Ok: true, Value: { } read } && read.StateAt(calendar.Local(now), calendar.Holidays) == OpenState.Closed;

    /// <summary>Verified, or said by its source, within the months that the space decided.</summary>
    public bool IsFresh(Instant? verifiedAt, Instant sourceAt) => (verifiedAt > sourceAt ? verifiedAt.Value : sourceAt) >= calendar.StartOf(Today.PlusMonths(-freshMonths));

    private bool IsFresh(OccasionSummary o) => IsFresh(o.VerifiedAt, o.SourceAt);

    /// <summary>« vérifié le 12 novembre 2026 », « dit le 3 mai 2024, à vérifier ».</summary>
    public string Fresh(OccasionSummary o) => o.VerifiedAt is { } at
        ? Texts.Get(IsFresh(o) ? "find.fresh.verified" : "find.fresh.old", calendar.Today(at).PlainDay(culture))
        : Texts.Get(IsFresh(o) ? "find.fresh.said" : "find.fresh.never", calendar.Today(o.SourceAt).PlainDay(culture));

    /// <summary>What people would ask and nobody wrote yet.</summary>
    public static IReadOnlyList<string> Lacks(OccasionSummary o)
    {
        List<string> lacks = [];
        if (o.Kind == OccasionKind.Place && o.Hours.Length == 0 && !o.Itinerant) lacks.Add(Texts.Get("find.lacks.hours"));
        if (o is { Kind: OccasionKind.Moment, NextAt: null, Status: not OccasionStatus.Over }) lacks.Add(Texts.Get("find.lacks.next"));
        if (o.Phone.Length == 0) lacks.Add(Texts.Get("find.lacks.phone"));
        if (o.Kind != OccasionKind.Project && o.Access.Count == 0) lacks.Add(Texts.Get("find.lacks.access"));
        if (o.Cost == Cost.Unknown) lacks.Add(Texts.Get("find.lacks.cost"));
        return lacks;
    }

    /// <summary>Where, how far, how much, for whom: one line.</summary>
    public string Where(OccasionSummary o)
    {
        List<string> parts = [o.StopsIn.Count > 0 ? Stops(o.StopsIn) : o.Address.Length > 0 && !o.Address.Contains(o.Commune, StringComparison.OrdinalIgnoreCase) ? $"{o.Address}, {o.Commune}" : o.Address.Length > 0 ? o.Address : o.Commune];
        if (o.Metres is { } metres) parts.Add(Texts.Get("find.away", PlainNumbers.Distance(metres, culture)));
        if (o.Cost != Cost.Unknown) parts.Add(Texts.Get($"occasions.cost.{Foundation.Data.EnumWords.Write(o.Cost)}").ToLower(culture));
        return string.Join("\u00A0· ", parts); // the sign stays with what it follows
    }

    /// <summary>« S'arrête à Bagneux, Chapeau, Marigny et 8 autres communes. »</summary>
    private static string Stops(IReadOnlyList<string> communes) => communes.Count <= MostNamed + 1 ? Texts.Get("find.stops-in", string.Join(", ", communes))
        : Texts.Get("find.stops-in.more", string.Join(", ", communes.Take(MostNamed)), communes.Count - MostNamed);

    private string Hour(LocalDateTime at) => at.Date > Today.PlusDays(1) || (at.Date > Today && at.TimeOfDay != LocalTime.Midnight) ? at.PlainMoment(Today, culture)
        : at.TimeOfDay == LocalTime.Midnight ? Texts.Get("find.when.midnight") : at.TimeOfDay.PlainTime(culture);
}
