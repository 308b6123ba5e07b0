using NodaTime;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Time;
using Trame.Registers.Occasions;

namespace Trame.Tests.Registers.Occasions;

/// <summary>The same search written the slow and plain way, over the occasions themselves: no SQL, no index, no tag.</summary>
public sealed class NaiveSearch(IReadOnlyList<Occasion> all, IReadOnlyDictionary<string, (Guid Id, string Name, GeoPoint At)> communes, SpaceCalendar calendar, Instant now)
{
    public List<Occasion> Find(OccasionQuery q) => [.. all.Where(o => Holds(o, q)).OrderBy(o => o.SortName, StringComparer.Ordinal).ThenBy(o => o.Id.ToByteArray(true), Bytes.InOrder)];

    private bool Holds(Occasion o, OccasionQuery q) =>
        (q.Statuses.Count == 0 ? q.Stages.Count > 0 || o.Status == OccasionStatus.Open : q.Statuses.Contains(o.Status))
        && (q.Stages.Count == 0 || (o.Kind == OccasionKind.Project && q.Stages.Contains(Stage(o)))) && Any(q.Wanted, o.Wanted)
        && Any(q.Kinds, [o.Kind]) && Any(q.Types, [o.Type]) && Any(q.Fields, o.Fields) && Any(q.Audiences, o.Audiences) && Any(q.Ties, o.Ties)
        && q.Access.All(o.Access.Contains) && q.Carriers.All(c => q.Carriers.Contains(o.Carrier ?? (Carrier)99)) && Any(q.Openness, o.Openness is { } w ? [w] : [])
        && (!q.Free || o.Cost == Cost.Free) && (!q.Itinerant || o.Itinerant)
        && (q.Territory is null || q.Territory == "communaute" || communes[q.Territory].Id == o.TerritoryId)
        && (q.Organisation is null || o.OrganisationId is not null)
        && (q.Freshness is null || (q.Freshness == Freshness.Fresh) == IsFresh(o))
        && Near(o, q) && q.Open.All(when => IsOpen(o, when)) && Between(o, q) && Said(o, q.Text);

    private string Stage(Occasion o) => o.Status switch
    {
        OccasionStatus.Closed => "done",
        OccasionStatus.Paused => "stopped",
        OccasionStatus.Open => o.StartsOn <= calendar.Today(now) ? "running" : o.EarlyStage,
        _ => "",
    };

    private static bool Any<T>(IReadOnlyList<T> wanted, IReadOnlyList<T> has) => wanted.Count == 0 || wanted.Any(has.Contains);

    private bool IsFresh(Occasion o)
    {
        var since = calendar.Today(now).PlusMonths(-12).AtStartOfDayInZone(calendar.Zone).ToInstant();
        return o.SourceAt >= since || o.VerifiedAt >= since;
    }

    private bool Near(Occasion o, OccasionQuery q)
    {
        if (q.Near?.Slug is not { } slug || (q.Kilometres is null && q.Minutes is null)) return true;
        if (o is not { Latitude: { } latitude, Longitude: { } longitude }) return false;
        var metres = q.Kilometres * 1000 ?? TravelRadius.WithinWalk(q.Minutes!.Value);
        return GeoDistance.Metres(new GeoPoint(longitude, latitude), communes[slug].At) <= metres;
    }

    private bool IsOpen(Occasion o, OpenWhen when)
    {
        var (today, local) = (calendar.Today(now), calendar.Local(now));
        if (when == OpenWhen.Now && o.Kind == OccasionKind.Moment) return Times(o, today.PlusDays(-70), today).Any(t => t.StartsAt <= now && t.EndsAt > now);
        if (o.Kind == OccasionKind.Moment)
        {
            var times = Times(o, today, today.PlusYears(1));
            return when switch
            {
                OpenWhen.Saturday => times.Any(t => t.Start.DayOfWeek == IsoDayOfWeek.Saturday),
                OpenWhen.Sunday => times.Any(t => t.Start.DayOfWeek == IsoDayOfWeek.Sunday),
                OpenWhen.Evening => times.Any(t => !t.AllDay && (t.Start.Hour >= 19 || t.End.Date > t.Start.Date || t.End.TimeOfDay > new LocalTime(19, 0))),
                OpenWhen.August => times.Any(t => t.Start.Month == 8),
                _ => times.Any(t => calendar.Holidays.IsPublicHoliday(t.Start.Date)),
            };
        }

        if (o.Hours.Length == 0) return false;
        var hours = OpeningHours.Parse(o.Hours).Require();
        var days = Enumerable.Range(0, 366).Select(d => today.PlusDays(1 - (int)today.DayOfWeek + d));
        return when switch
        {
            OpenWhen.Now => hours.IsOpen(local, calendar.Holidays),
            OpenWhen.Saturday => days.Any(d => d.DayOfWeek == IsoDayOfWeek.Saturday && hours.OpenIn(d, d)),
            OpenWhen.Sunday => days.Any(d => d.DayOfWeek == IsoDayOfWeek.Sunday && hours.OpenIn(d, d)),
            OpenWhen.Evening => days.Any(d => hours.IntervalsOn(d, HolidayCalendar.None).Any(i => i.State == OpenState.Open && i.End > d.At(new LocalTime(19, 0)))),
            OpenWhen.August => Enumerable.Range(1, 31).Select(d => new LocalDate(2027, 8, d)).Any(d => d.Day != 15 && hours.OpenIn(d, d, calendar.Holidays)),
            _ => days.Any(d => calendar.Holidays.IsPublicHoliday(d) && hours.OpenIn(d, d, calendar.Holidays)),
        };
    }

    private bool Between(Occasion o, OccasionQuery q)
    {
        if (q.From is null || q.To is null) return true;
        if (o.Kind != OccasionKind.Moment) return false;
        return o.Recurrence.Length == 0
            ? o.StartsOn <= q.To && (o.EndsOn ?? o.StartsOn) >= q.From
            : Times(o, q.From.Value, q.To.Value).Count > 0;
    }

    private IReadOnlyList<OccasionTime> Times(Occasion o, LocalDate from, LocalDate to) => OccasionTimes.Between(o, calendar, from, to);

    private bool Said(Occasion o, string text)
    {
        if (text.Length == 0) return true;
        var words = o.Fields.Select(c => $"fields.{c}").Concat(o.Audiences.Select(c => $"audiences.{c}")).Concat(o.Ties.Select(c => $"ties.{c}")).Prepend($"type.{o.Type}")
            .Select(k => Trame.Foundation.Ui.Texts.In("fr", $"occasions.{k}"));
        var commune = communes.Values.First(c => c.Id == o.TerritoryId).Name;
        var carrier = o.OrganisationId is null ? "" : "Les Hirondelles";
        return FrenchTokens.Query(text).Matches(FrenchTokens.Index(string.Join('\n', [o.Name, o.Summary, o.Offers, o.Address, o.PostalCode, commune, carrier, .. words, o.Description])));
    }

    private sealed class Bytes : IComparer<byte[]>
    {
        public static readonly Bytes InOrder = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
