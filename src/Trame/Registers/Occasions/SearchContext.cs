using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>What must be known before a search can be asked of the database: names become ids, « open now » becomes texts, rules become days.</summary>
internal sealed record SearchContext(SearchPlaces Places, Instant FreshSince, OpenNow? OpenNow, (LocalDate From, LocalDate To)? Between, IReadOnlyList<Guid> Repeating, IReadOnlyList<Refusal> LeftOut)
{
    public required LocalDate Today { get; init; }

    private const int MostRepeating = 5_000;
    private const int MostStopping = 5_000;

    public static async Task<SearchContext> Of(TrameDb db, CurrentSpace here, SpaceMemory memory, OccasionQuery q, CancellationToken stop, IReadOnlyCollection<string>? hours = null)
    {
        var calendar = SpaceCalendar.Of(here.Settings);
        List<Refusal> leftOut = [];
        var places = await Locate(db, here, memory, q, leftOut, stop);
        if (q.Text.Length > 0 && FrenchTokens.Query(q.Text) is { IsEmpty: true, Excluded.Count: 0 }) leftOut.Add(new Refusal("find.notice.no-word", "q", q.Text));
        var since = calendar.StartOf(calendar.Today(db.Now).PlusMonths(-here.Settings.FreshMonths));
        var known = new SearchContext(places, since, null, DaysOf(q, calendar.Today(db.Now)), [], leftOut) { Today = calendar.Today(db.Now) };
        if (q.Open.Contains(OpenWhen.Now)) known = known with { OpenNow = await OpenNowOf(db, here, memory, hours, stop) };
        if (known.Between is { } days) known = known with { Repeating = await Repeats(db, q, known, calendar, days, leftOut, stop) };
        return known;
    }

    /// <summary>What is open at this minute, for everybody at once: it reads every distinct text of hours.</summary>
    public static Task<OpenNow> OpenNowOf(TrameDb db, CurrentSpace here, SpaceMemory memory, IReadOnlyCollection<string>? hours, CancellationToken stop) =>
        memory.KeepThisMinute(here.Space, "open-now", () => Occasions.OpenNow.Of(db, SpaceCalendar.Of(here.Settings), hours, stop));

    private static (LocalDate, LocalDate)? DaysOf(OccasionQuery q, LocalDate today) => q is { From: null, To: null } ? null
        : (q.From ?? (q.To < today ? q.To!.Value : today), q.To ?? (q.From > today ? q.From!.Value : today).PlusYears(1));

    private static async Task<SearchPlaces> Locate(TrameDb db, CurrentSpace here, SpaceMemory memory, OccasionQuery q, List<Refusal> leftOut, CancellationToken stop)
    {
        if (q.Territory is null && q.Near is null && q.Organisation is null) return SearchPlaces.None;
        var slugs = new[] { q.Territory, q.Near?.Slug }.OfType<string>().Distinct().ToList();
        var found = slugs.Count == 0 ? [] : await db.Set<Territory>().Where(t => slugs.Contains(t.Slug))
            .Select(t => new { t.Slug, t.Id, t.Kind, t.Name, t.Latitude, t.Longitude, AreRounds = db.Set<OccasionStop>().Any() }).ToDictionaryAsync(t => t.Slug, stop);
        var organisation = q.Organisation is null ? null : await db.Set<Organisation>().Where(o => o.Slug == q.Organisation).Select(o => new { Id = o.MergedIntoId ?? o.Id, o.Name }).FirstOrDefaultAsync(stop);
        var territory = q.Territory is null ? null : found.GetValueOrDefault(q.Territory);
        var near = q.Near?.Slug is { } slug ? found.GetValueOrDefault(slug) : null;
        var centre = q.Near?.Point ?? (near is { Latitude: { } latitude, Longitude: { } longitude } ? GeoPoint.Of(longitude, latitude) : null);
        if (q.Territory is not null && territory is null) leftOut.Add(new Refusal("find.notice.unknown", "commune", "commune", q.Territory));
        if (q.Near is not null && centre is null) leftOut.Add(new Refusal("find.notice.unknown", "pres", "pres", q.Near.Slug ?? ""));
        if (q.Organisation is not null && organisation is null) leftOut.Add(new Refusal("find.notice.unknown", "organisation", "organisation", q.Organisation));
        var radius = q.Kilometres * 1_000 ?? (q.Minutes is { } minutes ? TravelRadius.WithinWalk(minutes) : null);
        return new SearchPlaces(territory is null ? null : (territory.Id, territory.Kind), territory?.Name, centre, near?.Name, centre is null ? null : radius, organisation?.Id, organisation?.Name)
        {
            StopHere = territory is not { AreRounds: true } ? [] : await memory.Keep(here.Space, $"rounds-{territory.Id}", () => StopIn(db, territory.Id, territory.Kind, stop)),
        };
    }

    // Asked beforehand: nearly nowhere does a bus from elsewhere stop, and the search then stays a search along one index.
    private static async Task<IReadOnlyList<Guid>> StopIn(TrameDb db, Guid territory, TerritoryKind kind, CancellationToken stop)
    {
        var where = new OccasionWhere(db);
        var scope = TerritoryScope.Sql(db, territory, kind, where.Value);
        var sql = $"SELECT s.occasion_id, s.territory_id FROM occasion_stop s JOIN occasion o ON o.id = s.occasion_id WHERE s.territory_id IN ({scope}) AND o.territory_id NOT IN ({scope})";
        return await db.Set<OccasionStop>().FromSqlRaw(sql, [.. where.Values]).Select(s => s.OccasionId).Distinct().Take(MostStopping).ToListAsync(stop);
    }

    // A rule cannot be asked of the database: moments that come back are read, and their days counted out; within all the filters only where there are too many for the counts.
    private static async Task<IReadOnlyList<Guid>> Repeats(TrameDb db, OccasionQuery q, SearchContext known, SpaceCalendar calendar, (LocalDate From, LocalDate To) days, List<Refusal> leftOut, CancellationToken stop)
    {
        var moments = await ThatRepeat(db, OccasionCounts.Broad(q), known, days, stop);
        if (moments.Count > MostRepeating) moments = await ThatRepeat(db, q, known, days, stop);
        if (moments.Count > MostRepeating) leftOut.Add(new Refusal("find.notice.repeating", "du", $"{MostRepeating}"));
        return [.. moments.Take(MostRepeating).Where(m => OccasionTimes.Between(m, calendar, days.From, days.To, most: 1).Count > 0).Select(m => m.Id)];
    }

    private static async Task<List<Occasion>> ThatRepeat(TrameDb db, OccasionQuery q, SearchContext known, (LocalDate From, LocalDate To) days, CancellationToken stop)
    {
        var where = new OccasionWhere(db).Add(q, known with { Between = null });
        where.And($"o.kind = 'moment' AND o.recurrence <> '' AND (o.starts_on IS NULL OR o.starts_on <= {where.Value(db.Stored(days.To))}) AND (o.ends_on IS NULL OR o.ends_on >= {where.Value(db.Stored(days.From))})");
        var sql = $"SELECT o.* FROM occasion o WHERE {where} ORDER BY o.id LIMIT {MostRepeating + 1}";
        return await db.Set<Occasion>().FromSqlRaw(sql, [.. where.Values]).AsNoTracking().ToListAsync(stop);
    }
}
