using System.Globalization;
using System.Text.Json;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>The conditions of a search as SQL over <c>occasion o</c>, the same in both databases; every value is a parameter.</summary>
internal sealed class OccasionWhere(TrameDb db, List<object>? shared = null, WordsAsked asked = WordsAsked.Whole)
{
    private readonly List<string> _all = ["o.merged_into_id IS NULL"];

    /// <summary>In the order of their numbers; two conditions of one statement may share them.</summary>
    public List<object> Values { get; } = shared ?? [];

    /// <summary>What the conditions are about.</summary>
    public string From { get; private set; } = "occasion o";

    public override string ToString() => string.Join(" AND ", _all);

    public void And(string condition) => _all.Add(condition);

    /// <summary>A value as a parameter, to stand in a condition.</summary>
    public string Value(object value)
    {
        Values.Add(value);
        return $"{{{Values.Count - 1}}}";
    }

    /// <param name="q">The search.</param>
    /// <param name="known">What had to be looked up first.</param>
    public OccasionWhere Add(OccasionQuery q, SearchContext known)
    {
        var statuses = q.Statuses.Where(s => s != OccasionStatus.Proposed).DefaultIfEmpty(OccasionStatus.Open);
        if (q.Stages.Count == 0 || q.Statuses.Count > 0) And(Words("o.status", statuses.Select(EnumWords.Write)));
        if (q.Stages.Count > 0) And($"o.kind = 'project' AND ({string.Join(" OR ", q.Stages.Select(s => Stage(s, known.Today)))})");
        if (q.Wanted.Count == Vocabulary.Wants.Count) And("o.wanted <> ''");
        else if (q.Wanted.Count > 0) And($"({string.Join(" OR ", q.Wanted.Select(w => $"' ' || o.wanted || ' ' LIKE {Value($"% {w} %")}"))})");
        if (q.Kinds is [OccasionKind.Project]) And("o.kind = 'project'"); // said as the index of projects says it
        else if (q.Kinds.Count > 0) And(Words("o.kind", q.Kinds.Select(EnumWords.Write)));
        if (q.Carriers.Count > 0) And(Words("o.carrier", q.Carriers.Select(EnumWords.Write)));
        if (q.Openness.Count > 0) And(Words("o.openness", q.Openness.Select(EnumWords.Write)));
        if (q.Free) And("o.cost = 'free'");
        if (q.Itinerant) And(db.Provider == Provider.Sqlite ? "o.itinerant = 1" : "o.itinerant");
        Match(q);
        Where(known.Places);
        if (q.Freshness is { } freshness) Fresh(freshness, known.FreshSince);
        if (known.OpenNow is { } open) And($"({OneOf("o.hours", open.Hours)} OR {OneOf("o.id", open.Ids)})");
        if (known.Between is { } between) Between(between, known.Repeating);
        return this;
    }

    /// <summary>Squared distance to a point, in degrees of latitude: enough to compare and sort within a few hundred kilometres.</summary>
    public string Distance(GeoPoint from)
    {
        var (latitude, longitude) = (Value(from.Latitude), Value(from.Longitude));
        var shrink = Math.Cos(from.Latitude * Math.PI / 180);
        return $"((o.latitude - {latitude}) * (o.latitude - {latitude}) + (o.longitude - {longitude}) * (o.longitude - {longitude}) * {Value(shrink * shrink)})";
    }

    /// <summary>The radius in the unit of <see cref="Distance"/>.</summary>
    public static double Squared(double metres) => Math.Pow(metres / GeoDistance.EarthRadiusMetres * 180 / Math.PI, 2);

    // A project that has a first day behind it is under way, whatever was agreed before.
    private string Stage(string stage, LocalDate today) => stage switch
    {
        "done" => "o.status = 'closed'",
        "stopped" => "o.status = 'paused'",
        "running" => $"(o.status = 'open' AND o.starts_on <= {Value(db.Stored(today))})",
        _ => $"(o.status = 'open' AND o.early_stage = {Value(stage)} AND (o.starts_on IS NULL OR o.starts_on > {Value(db.Stored(today))}))",
    };

    private string Words(string column, IEnumerable<string> words) => $"{column} IN ({string.Join(", ", words.Select(Value))})";

    private void Match(OccasionQuery q)
    {
        List<IReadOnlyList<string>> tags = [];
        foreach (var any in (IEnumerable<string>[])[q.Types.Select(OccasionTags.Type), q.Fields.Select(OccasionTags.Field), q.Audiences.Select(OccasionTags.Audience), q.Ties.Select(OccasionTags.Tie)])
            if (any.ToList() is { Count: > 0 } group) tags.Add(group);
        foreach (var code in q.Access) tags.Add([OccasionTags.Access(code)]);
        foreach (var when in q.Open.Where(w => w != OpenWhen.Now)) tags.Add([OccasionTags.Open(when)]);
        var (found, absent) = SearchMatch.Of(db.Provider, FrenchTokens.Query(q.Text), tags);
        var sqlite = db.Provider == Provider.Sqlite;
        if (found is not null) And(sqlite ? Found(Value(found)) : $"o.search @@ {Value(found)}::tsquery");
        if (absent is not null) And(sqlite ? $"o.seq NOT IN (SELECT rowid FROM occasion_fts WHERE occasion_fts MATCH {Value(absent)})" : $"NOT o.search @@ {Value(absent)}::tsquery");
    }

    private string Found(string words)
    {
        if (asked == WordsAsked.First) From = "occasion_fts CROSS JOIN occasion o ON o.seq = occasion_fts.rowid"; // CROSS: in this order
        return asked == WordsAsked.First ? $"occasion_fts MATCH {words}"
            : $"{(asked == WordsAsked.Last ? "+" : "")}o.seq IN (SELECT rowid FROM occasion_fts WHERE occasion_fts MATCH {words})"; // +: no index of this column
    }

    private void Where(SearchPlaces places)
    {
        if (places.Territory is { } territory) Stands(territory.Id, territory.Kind, places.StopHere);
        if (places.OrganisationId is { } organisation) And($"o.organisation_id = {Value(db.Stored(organisation))}");
        if (places is not { Centre: { } centre, RadiusMetres: { } radius }) return;
        var box = GeoBox.Around(centre, radius * 1.01); // a wider box for the index, then the disc itself
        And($"o.latitude BETWEEN {Value(box.South)} AND {Value(box.North)}");
        if (!box.CrossesAntimeridian) And($"o.longitude BETWEEN {Value(box.West)} AND {Value(box.East)}");
        And($"{Distance(centre)} <= {Value(Squared(radius))}");
    }

    // What stands there, or stops there. PostgreSQL follows an index on either side of « or » when a list is a list and not a question.
    private void Stands(Guid id, TerritoryKind kind, IReadOnlyList<Guid> stopHere)
    {
        var scope = TerritoryScope.Sql(db, id, kind, Value);
        var isSmall = db.Provider == Provider.Postgres && kind >= TerritoryKind.Commune;
        if (stopHere.Count == 0) And($"o.territory_id IN ({scope})");
        else And($"({(isSmall ? $"o.territory_id = ANY (ARRAY({scope}))" : $"o.territory_id IN ({scope})")} OR {OneOf("o.id", stopHere)})");
    }

    private void Fresh(Freshness freshness, Instant since)
    {
        var bound = Value(db.Stored(since));
        var fresh = $"(o.source_at >= {bound} OR (o.verified_at IS NOT NULL AND o.verified_at >= {bound}))";
        And(freshness == Freshness.Fresh ? fresh : $"NOT {fresh}");
    }

    private void Between((LocalDate From, LocalDate To) days, IReadOnlyList<Guid> repeating) =>
        And($"o.kind = 'moment' AND ((o.recurrence = '' AND o.starts_on <= {Value(db.Stored(days.To))} AND COALESCE(o.ends_on, o.starts_on) >= {Value(db.Stored(days.From))}) OR {OneOf("o.id", repeating)})");

    private string OneOf(string column, IReadOnlyList<string> texts) => texts.Count == 0 ? "1 = 0" : db.Provider == Provider.Sqlite
        ? $"{column} IN (SELECT value FROM json_each({Value(JsonSerializer.Serialize(texts))}))"
        : $"{column} = ANY ({Value(texts.ToArray())})";

    // SQLite has no list parameter for bytes; an id is written as digits, so nothing that was typed can come in here.
    private string OneOf(string column, IReadOnlyList<Guid> ids) => ids.Count == 0 ? "1 = 0" : db.Provider == Provider.Sqlite
        ? $"{column} IN ({string.Join(',', ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"X'{Convert.ToHexString(id.ToByteArray(true))}'")))})"
        : $"{column} = ANY ({Value(ids.ToArray())})";
}
