using System.Globalization;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Registers.Occasions;

/// <summary>An order as SQL, and the condition that begins after (or before) a row. The id ends every order, so that it is total and pages are stable.</summary>
internal sealed class OccasionOrder
{
    private readonly List<Part> _parts;
    private readonly bool _back;

    private OccasionOrder(List<Part> parts, bool back) => (_parts, _back) = (parts, back);

    // IsLast: rows without a value come last. IsSame: of one value in all rows, nothing to sort by.
    private sealed record Part(string Sql, bool Descending = false, bool IsLast = false, bool IsSame = false);

    /// <summary>The rank shown beside each row, for its cursor: distance or relevance; zero where the order has none.</summary>
    public string Rank { get; private init; } = "0";

    public static OccasionOrder Of(OccasionSort sort, OccasionWhere where, OccasionQuery q, SearchPlaces places, bool back)
    {
        var name = new Part("o.sort_name");
        if (sort == OccasionSort.Near && places.Centre is { } centre)
        {
            var distance = where.Distance(centre);
            return new([new(distance, IsLast: true)], back) { Rank = distance };
        }

        if (sort != OccasionSort.Relevance) return new(sort switch
        {
            OccasionSort.Next => [new("o.next_at", IsLast: true), name],
            OccasionSort.Fresh => [new("o.seen_at", Descending: true)],
            _ => [name],
        }, back);
        var relevance = Relevance(where, Looked(q));
        return new([new(relevance), name], back) { Rank = relevance };
    }

    /// <summary>
    /// One of the two bands of a search by relevance that finds very many, in the order of names: 0 those that begin with its first word and hold the others, 1 all others.
    /// </summary>
    public static OccasionOrder Band(int band, OccasionWhere where, OccasionQuery q, bool back)
    {
        var best = "1 = 0";
        if (Looked(q) is { Count: > 0 } looked) best = $"o.sort_name >= {where.Value(looked[0])} AND o.sort_name < {where.Value(looked[0] + char.MaxValue)} AND {Holds(where, looked)}";
        where.And(band == 0 ? best : $"NOT ({best})");
        return new([new($"{band}", IsSame: true), new("o.sort_name")], back) { Rank = $"{band}" };
    }

    private static List<string> Looked(OccasionQuery q) =>
        FrenchTokens.Query(q.Text) is var words ? [.. words.Required.Select(t => t.Folded), .. words.Phrases.Select(p => string.Join(' ', p))] : [];

    private static string Holds(OccasionWhere where, List<string> looked) => string.Join(" AND ", looked.Select(w => $"(' ' || o.sort_name) LIKE {where.Value($"% {w}%")}"));

    /// <summary>Every word of the question begins a word of the name: first the names that begin so, then the others, then what only speaks of it.</summary>
    private static string Relevance(OccasionWhere where, List<string> looked)
    {
        if (looked.Count == 0) return "CASE WHEN o.id IS NULL THEN 1 ELSE 0 END"; // nothing but marks was asked (« ? »): all alike; a bare 0 would name a column
        var begins = $"o.sort_name LIKE {where.Value($"{looked[0]}%")}";
        var holds = Holds(where, looked);
        return $"CASE WHEN {begins} AND {holds} THEN 0 WHEN {holds} THEN 1 ELSE 2 END";
    }

    public string By => string.Join(", ", _parts.Where(p => !p.IsSame).Select(p => $"{p.Sql} {Way(p.Descending)}{(p.IsLast ? _back ? " NULLS FIRST" : " NULLS LAST" : "")}").Append($"o.id {Way(_parts[0].Descending)}"));

    /// <summary>Adds « after this row »; false when the cursor's values are not of this order.</summary>
    public bool Begin(OccasionWhere where, TrameDb db, OccasionCursor cursor)
    {
        if (cursor.Keys.Count != _parts.Count) return false;
        var values = _parts.Select((p, i) => (Part: p, Value: Typed(db, cursor, i))).Where(v => !v.Part.IsSame).ToList();
        if (values.Any(v => v.Value is null && !v.Part.IsLast)) return false;
        List<string> steps = [];
        var same = "";
        foreach (var (part, value) in values)
        {
            var parameter = value is null ? null : where.Value(value);
            if (steps.Count == 0 && !part.IsLast) where.And($"{part.Sql} {Sign(part.Descending)}= {parameter}"); // says nothing new, but an index can begin there
            steps.Add($"{same}{Beyond(part, parameter)}");
            same += parameter is null ? $"{part.Sql} IS NULL AND " : $"{part.Sql} = {parameter} AND ";
        }

        steps.Add($"{same}o.id {Sign(_parts[0].Descending)} {where.Value(db.Stored(cursor.Id))}");
        where.And($"({string.Join(" OR ", steps.Select(s => $"({s})"))})");
        return true;
    }

    public IReadOnlyList<string?> KeysOf(OccasionSort sort, OccasionRow row) => sort switch
    {
        OccasionSort.Near when _parts[0].IsLast => [row.Latitude is null ? null : OccasionCursor.Key(row.Rank)],
        OccasionSort.Next => [row.NextMs?.ToString(CultureInfo.InvariantCulture), row.SortName],
        OccasionSort.Fresh => [(row.VerifiedMs ?? row.SourceMs).ToString(CultureInfo.InvariantCulture)],
        OccasionSort.Relevance => [((int)row.Rank).ToString(CultureInfo.InvariantCulture), row.SortName],
        _ => [row.SortName],
    };

    private static object? Typed(TrameDb db, OccasionCursor cursor, int index) => (cursor.Sort, index) switch
    {
        (OccasionSort.Next or OccasionSort.Fresh, 0) => OccasionCursor.At(cursor.Keys[0]) is { } at ? db.Stored(at) : null,
        (OccasionSort.Near, 0) => OccasionCursor.Number(cursor.Keys[0]),
        (OccasionSort.Relevance, 0) => int.TryParse(cursor.Keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null,
        _ => cursor.Keys[index],
    };

    private string Beyond(Part part, string? parameter) => (parameter, part.IsLast, _back) switch
    {
        (null, _, false) => "1 = 0",
        (null, _, true) => $"{part.Sql} IS NOT NULL",
        (_, true, false) => $"({part.Sql} > {parameter} OR {part.Sql} IS NULL)",
        _ => $"{part.Sql} {Sign(part.Descending)} {parameter}",
    };

    private string Sign(bool descending) => descending != _back ? "<" : ">";

    private string Way(bool descending) => descending != _back ? "DESC" : "ASC";
}
