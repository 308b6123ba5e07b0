using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Time;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Home;

/// <summary>
/// Reads the registers and the journal, and says what is seen. Reads only; remembered until something is saved. Beyond <see cref="Large"/> occasions and communes a look
/// takes longer than a page may: the last view, whose time the page says, is shown while the next is made; who has just saved something is told that it does not count it yet.
/// </summary>
public sealed class ObserveTerritory(TrameDb db, CurrentSpace space, CurrentActor who, SpaceMemory memory, RenewTerritoryView renew)
{
    public const int Large = 20_000;

    private const string What = "territory-view";
    private static readonly Duration Pace = Duration.FromSeconds(30);
    private static readonly Duration TooOld = Duration.FromMinutes(10);
    private static readonly string[] NeedClosers = ["need.answered", "need.withdrawn", "need.expired"];

    public async Task<TerritoryView> Handle(CancellationToken stop)
    {
        var last = memory.Last<TerritoryView>(space.Space, What);
        if (last is null || last.Open + last.Communes.Count < Large || db.Now - last.At > TooOld) return await Renew(stop);
        var saved = memory.HasSavedSince(space.Space, who.Actor.PersonId, last.At);
        if (saved || db.Now - last.At > Pace) renew.Begin(space.Space);
        return last with { IsBehindReader = saved };
    }

    /// <summary>The view of this moment, made once for all who wait for it.</summary>
    internal Task<TerritoryView> Renew(CancellationToken stop) => memory.Keep(space.Space, What, () => Look(stop), lingers: true);

    private async Task<TerritoryView> Look(CancellationToken stop)
    {
        var now = db.Now;
        var fresh = now - Duration.FromDays(30.44 * space.Settings.FreshMonths);
        var open = db.Set<Occasion>().AsNoTracking().Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null);

        var communes = await db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune).OrderBy(t => t.Name)
            .Select(t => new { t.Id, t.Slug, t.Name, t.ParentId, t.Population, t.Latitude, t.Longitude }).ToListAsync(stop);
        var groups = await open.GroupBy(o => new { o.TerritoryId, o.Kind }).Select(g => new
        {
            g.Key.TerritoryId, g.Key.Kind, Count = g.Count(), Fresh = g.Sum(o => o.VerifiedAt != null && o.VerifiedAt > fresh ? 1 : 0),
            Latitude = g.Average(o => o.Latitude), Longitude = g.Average(o => o.Longitude),
        }).ToListAsync(stop);
        var calendar = SpaceCalendar.Of(space.Settings);
        var toConfirm = await open.CountAsync(Occasion.ToConfirm(calendar.StartOf(calendar.Today(now).PlusMonths(-space.Settings.FreshMonths))), stop);
        var stopping = await (from s in db.Set<OccasionStop>() join o in open on s.OccasionId equals o.Id where o.TerritoryId != s.TerritoryId group s by s.TerritoryId into g select new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var hours = await open.Where(o => o.Hours != "").GroupBy(o => o.Hours).Select(g => new { Text = g.Key, Count = g.Count() }).ToListAsync(stop);
        var tallies = await db.Set<TerritoryTally>().AsNoTracking().Where(t => t.Kind == "need.registered" || NeedClosers.Contains(t.Kind)).ToListAsync(stop);

        var needs = tallies.GroupBy(t => t.TerritoryId).ToDictionary(g => g.Key, g => (int)Math.Max(0, g.Sum(t => t.Kind == "need.registered" ? t.Facts : -t.Facts)));
        var byCommune = groups.ToLookup(g => g.TerritoryId);
        var points = groups.Where(g => g is { Latitude: not null, Longitude: not null }).Select(g => new GeoPoint(g.Longitude!.Value, g.Latitude!.Value)).ToList();
        points.AddRange(communes.Where(c => stopping.ContainsKey(c.Id) && c is { Latitude: not null, Longitude: not null }).Select(c => new GeoPoint(c.Longitude!.Value, c.Latitude!.Value)));
        var nearest = QuarterHour.Nearest([.. communes.Select(c => (c.Id, c.Latitude, c.Longitude, byCommune[c.Id].Sum(g => g.Count) + stopping.GetValueOrDefault(c.Id)))], points);
        var (held, people) = await Held(now - Duration.FromDays(30), now, stop);
        var (heldBefore, peopleBefore) = await Held(now - Duration.FromDays(60), now - Duration.FromDays(30), stop);

        return new TerritoryView(now,
            [.. communes.Select(c => new CommuneView(c.Id, c.Slug, c.Name, c.ParentId, c.Population, c.Latitude, c.Longitude,
                Of(byCommune[c.Id].Where(g => g.Kind == OccasionKind.Place).Select(g => g.Count)), Of(byCommune[c.Id].Where(g => g.Kind == OccasionKind.Moment).Select(g => g.Count)),
                Of(byCommune[c.Id].Where(g => g.Kind == OccasionKind.Project).Select(g => g.Count)), stopping.GetValueOrDefault(c.Id), needs.GetValueOrDefault(c.Id), Of(byCommune[c.Id].Select(g => g.Fresh)), nearest[c.Id]))],
            hours.Sum(h => h.Count), Deserts([.. hours.Select(h => (h.Text, h.Count))], now), groups.Sum(g => g.Fresh), toConfirm,
            held, people, heldBefore, peopleBefore, await NeedsBefore(now - Duration.FromDays(30), stop), space.Settings.SecrecyThreshold);

        static int Of(IEnumerable<int> counts) => counts.Sum();
    }

    private async Task<(long Held, long People)> Held(Instant from, Instant to, CancellationToken stop)
    {
        var held = await db.Set<Fact>().AsNoTracking().Where(f => f.Kind == "moment.held" && f.At > from && f.At <= to).GroupBy(f => 1)
            .Select(g => new { Facts = g.LongCount(), People = g.Sum(f => (long)(f.Count ?? 0)) }).FirstOrDefaultAsync(stop);
        return (held?.Facts ?? 0, held?.People ?? 0);
    }

    private async Task<long> NeedsBefore(Instant at, CancellationToken stop)
    {
        var since = await db.Set<Fact>().AsNoTracking().Where(f => (f.Kind == "need.registered" || NeedClosers.Contains(f.Kind)) && f.At > at)
            .GroupBy(f => f.Kind).Select(g => new { g.Key, Facts = g.LongCount() }).ToListAsync(stop);
        return since.Sum(s => s.Key == "need.registered" ? s.Facts : -s.Facts); // what the last month added
    }

    private DesertHours Deserts(IReadOnlyList<(string Text, int Count)> hours, Instant now)
    {
        var calendar = SpaceCalendar.Of(space.Settings);
        var known = hours.Select(h => (Hours: OpeningHours.Parse(h.Text).Value, h.Count)).Where(h => h.Hours is not null).SelectMany(h => Enumerable.Repeat(h.Hours!, h.Count)).ToList();
        return DesertHours.Of(known, calendar.Today(now), calendar.Holidays);
    }
}
