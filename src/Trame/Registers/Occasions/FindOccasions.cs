using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Occasions;

/// <summary>Finds occasions: a page with its counts, everything for an export, the points of a map. The same answer on both databases.</summary>
public sealed class FindOccasions(TrameDb db, CurrentSpace here, SpaceMemory memory)
{
    private const int Batch = 500;
    private const int MostPoints = 20_000;
    private const int MetSoon = 200; // as many as this fill a page soon enough along the index of its order

    private sealed record PointRow(string IdText, string Kind, string Name, string Slug, double Latitude, double Longitude);

    private const string From = "FROM occasion o JOIN territory t ON t.id = o.territory_id LEFT JOIN organisation g ON g.id = o.organisation_id";

    /// <summary>Another limit only to prove what happens beyond it.</summary>
    public int MostCounted { get; init; } = OccasionResult.MostCounted;

    public async Task<OccasionResult> Handle(OccasionQuery query, CancellationToken stop)
    {
        var facets = await memory.Keep(here.Space, $"facets-{MostCounted}", () => OccasionFacets.Of(db, SpaceCalendar.Of(here.Settings).Today(db.Now), MostCounted, stop));
        var known = await SearchContext.Of(db, here, memory, query, stop, facets.AreAll ? facets.Hours : null);
        var (total, counts) = facets.AreAll
            ? await facets.Count(db, query, known, await SearchContext.OpenNowOf(db, here, memory, facets.Hours, stop), stop)
            : await OccasionCounts.Of(db, query, known, MostCounted, stop);
        return await Answer(query, known, total, counts, stop);
    }

    /// <summary>A page without the counts of the filters, for a list that shows none; its total is looked for only if it is asked.</summary>
    public async Task<OccasionResult> Brief(OccasionQuery query, bool counted, CancellationToken stop)
    {
        var known = await SearchContext.Of(db, here, memory, query, stop);
        return await Answer(query, known, counted ? await OccasionCounts.Total(db, query, known, MostCounted, stop) : 0, new Dictionary<(string, string), int>(), stop);
    }

    /// <summary>Everything that is found, by name, read little by little; for exports. Stops at <paramref name="most"/>.</summary>
    public async IAsyncEnumerable<Occasion> All(OccasionQuery query, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        var known = await SearchContext.Of(db, here, memory, query, stop);
        OccasionCursor? last = null;
        for (var count = 0; count < most;)
        {
            var where = new OccasionWhere(db).Add(query, known);
            var order = OccasionOrder.Of(OccasionSort.Name, where, query, known.Places, back: false);
            if (last is not null) order.Begin(where, db, last);
            var sql = $"SELECT o.* FROM occasion o WHERE {where} ORDER BY {order.By} LIMIT {Math.Min(Batch, most - count)}";
            var rows = await db.Set<Occasion>().FromSqlRaw(sql, [.. where.Values]).AsNoTracking().ToListAsync(stop);
            foreach (var row in rows) yield return row;
            if (rows.Count < Batch) yield break;
            count += rows.Count;
            last = new OccasionCursor(OccasionSort.Name, Back: false, [rows[^1].SortName], rows[^1].Id);
        }
    }

    /// <summary>Where the found occasions of a box stand, at most 20,000.</summary>
    public async Task<IReadOnlyList<OccasionPoint>> Points(OccasionQuery query, GeoBox box, CancellationToken stop)
    {
        var known = await SearchContext.Of(db, here, memory, query, stop);
        var where = new OccasionWhere(db).Add(query, known);
        where.And($"o.latitude BETWEEN {where.Value(box.South)} AND {where.Value(box.North)}");
        where.And(box.CrossesAntimeridian
            ? $"(o.longitude >= {where.Value(box.West)} OR o.longitude <= {where.Value(box.East)})"
            : $"o.longitude BETWEEN {where.Value(box.West)} AND {where.Value(box.East)}");
        var sql = $"""
            SELECT {OccasionRow.Id(db.Provider)}, o.kind AS "Kind", o.name AS "Name", o.slug AS "Slug", o.latitude AS "Latitude", o.longitude AS "Longitude"
            FROM occasion o WHERE {where} ORDER BY o.id LIMIT {MostPoints}
            """;
        var rows = await db.Database.SqlQueryRaw<PointRow>(sql, [.. where.Values]).ToListAsync(stop);
        return [.. rows.Select(r => new OccasionPoint(Guid.ParseExact(r.IdText, "N"), EnumWords.Read<OccasionKind>(r.Kind), r.Name, r.Slug, new GeoPoint(r.Longitude, r.Latitude)))];
    }

    private async Task<OccasionResult> Answer(OccasionQuery query, SearchContext known, int total, IReadOnlyDictionary<(string, string), int> counts, CancellationToken stop)
    {
        var leftOut = known.LeftOut.ToList();
        var page = await Page(query, known, total, leftOut, stop);
        return new OccasionResult(query, [.. page.Rows.Select(r => r.ToSummary(known.Places.Centre))], total, counts, page.Previous, page.Next, known.Places, leftOut) { IsMore = total > MostCounted };
    }

    private async Task<(List<OccasionRow> Rows, string? Previous, string? Next)> Page(OccasionQuery query, SearchContext known, int total, List<Refusal> leftOut, CancellationToken stop)
    {
        var (sort, many) = (query.Order, total > MostCounted);
        if (sort == OccasionSort.Near && known.Places.Centre is null) sort = OccasionSort.Name;
        var cursor = OccasionCursor.Read(query.Cursor, sort);
        var (rows, order, begun) = many && sort == OccasionSort.Relevance ? await Bands(query, known, cursor, stop)
            : await Rows(query, known, sort, cursor, sort != OccasionSort.Near && (many || (query.Text.Length == 0 && total > MetSoon)) ? WordsAsked.Last : WordsAsked.Whole, band: null, stop);
        if (!begun && cursor is { Back: true }) return await Page(query with { Cursor = "" }, known, total, leftOut, stop);
        if (!begun && !string.IsNullOrEmpty(query.Cursor)) leftOut.Add(new Refusal("find.notice.page", "apres"));
        var isMore = rows.Count > query.PageSize;
        if (isMore) rows.RemoveAt(query.PageSize);
        var back = begun && cursor!.Back;
        if (back) rows.Reverse();
        if (rows.Count == 0) return (rows, null, null);
        string Cursor(OccasionRow row, bool backward) => new OccasionCursor(sort, backward, order.KeysOf(sort, row), row.ReadId()).Write();
        return (rows, (back ? isMore : begun) ? Cursor(rows[0], true) : null, (back || isMore) ? Cursor(rows[^1], false) : null);
    }

    // Very many by relevance: one band after the other along the index of names, neither of them sorted, until the page is full.
    private async Task<(List<OccasionRow> Rows, OccasionOrder Order, bool Begun)> Bands(OccasionQuery query, SearchContext known, OccasionCursor? cursor, CancellationToken stop)
    {
        var back = cursor is { Back: true };
        var band = cursor is null || cursor.IsAtBest ? 0 : 1;
        var page = await Rows(query, known, OccasionSort.Relevance, cursor, WordsAsked.Last, band, stop);
        var isLast = band == (back ? 0 : 1);
        if (isLast || page.Rows.Count > query.PageSize) return page;
        var next = await Rows(query, known, OccasionSort.Relevance, cursor is null ? null : cursor with { Keys = [] }, WordsAsked.Last, 1 - band, stop);
        page.Rows.AddRange(next.Rows.Take(query.PageSize + 1 - page.Rows.Count));
        return page;
    }

    private async Task<(List<OccasionRow> Rows, OccasionOrder Order, bool Begun)> Rows(OccasionQuery query, SearchContext known, OccasionSort sort, OccasionCursor? cursor, WordsAsked asked, int? band, CancellationToken stop)
    {
        var where = new OccasionWhere(db, asked: asked).Add(query, known);
        var back = cursor is { Back: true };
        var order = band is { } number ? OccasionOrder.Band(number, where, query, back) : OccasionOrder.Of(sort, where, query, known.Places, back);
        var begun = cursor is not null && order.Begin(where, db, cursor);
        var sql = $"SELECT {OccasionRow.Columns(db.Provider)}, CAST(COALESCE({order.Rank}, 0) AS double precision) AS \"Rank\" {From} WHERE {where} ORDER BY {order.By} LIMIT {query.PageSize + 1}";
        return (await db.Database.SqlQueryRaw<OccasionRow>(sql, [.. where.Values]).ToListAsync(stop), order, begun);
    }
}
