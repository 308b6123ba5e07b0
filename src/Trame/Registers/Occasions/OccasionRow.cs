using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;

namespace Trame.Registers.Occasions;

/// <summary>A row of a list as the database gives it: texts and numbers only, since a hand-written statement has no conversions.</summary>
internal sealed record OccasionRow
{
    private const string Same = """
        o.kind AS "Kind", o.type AS "Type", o.name AS "Name", o.sort_name AS "SortName", o.slug AS "Slug", o.summary AS "Summary", o.status AS "Status",
        o.cost AS "Cost", o.fields AS "Fields", o.audiences AS "Audiences", o.access AS "Access", o.itinerant AS "Itinerant", o.address AS "Address", o.hours AS "Hours",
        o.phone AS "Phone", o.starts_at IS NOT NULL AS "HasTime", o.latitude AS "Latitude", o.longitude AS "Longitude",
        t.name AS "Commune", t.slug AS "CommuneSlug", COALESCE(g.name, '') AS "Organisation"
        """;

    public static string Columns(Provider provider) =>
        $"{Id(provider)}, {Milliseconds(provider, "next_at", "NextMs")}, {Milliseconds(provider, "verified_at", "VerifiedMs")}, {Milliseconds(provider, "source_at", "SourceMs")}, {Communes(provider)}, {Same}";

    // Asked of rounds alone.
    private static string Communes(Provider provider) =>
        $"COALESCE(CASE WHEN o.itinerant THEN (SELECT {(provider == Provider.Sqlite ? "group_concat" : "string_agg")}(c.name, ';') FROM occasion_stop s JOIN territory c ON c.id = s.territory_id WHERE s.occasion_id = o.id) END, '') AS \"StopsIn\"";

    public static string Id(Provider provider) => provider == Provider.Sqlite ? "lower(hex(o.id)) AS \"IdText\"" : "replace(o.id::text, '-', '') AS \"IdText\"";

    private static string Milliseconds(Provider provider, string column, string name) =>
        provider == Provider.Sqlite ? $"o.{column} AS \"{name}\"" : $"CAST(extract(epoch FROM o.{column}) * 1000 AS bigint) AS \"{name}\"";

    public string IdText { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Type { get; init; } = "";
    public string Name { get; init; } = "";
    public string SortName { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Status { get; init; } = "";
    public string Cost { get; init; } = "";
    public string Fields { get; init; } = "";
    public string Audiences { get; init; } = "";
    public string Access { get; init; } = "";
    public bool Itinerant { get; init; }
    public string Address { get; init; } = "";
    public string Hours { get; init; } = "";
    public string Phone { get; init; } = "";
    public long? NextMs { get; init; }
    public bool HasTime { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public long? VerifiedMs { get; init; }
    public long SourceMs { get; init; }
    public string Commune { get; init; } = "";
    public string CommuneSlug { get; init; } = "";
    public string Organisation { get; init; } = "";
    public string StopsIn { get; init; } = "";
    public double Rank { get; init; }

    public Guid ReadId() => Guid.ParseExact(IdText, "N");

    public OccasionSummary ToSummary(GeoPoint? from)
    {
        var at = this is { Latitude: { } latitude, Longitude: { } longitude } ? GeoPoint.Of(longitude, latitude) : null;
        return new OccasionSummary
        {
            Id = ReadId(), Kind = EnumWords.Read<OccasionKind>(Kind), Type = Type, Name = Name, Slug = Slug, Summary = Summary, Status = EnumWords.Read<OccasionStatus>(Status), Commune = Commune, CommuneSlug = CommuneSlug,
            StopsIn = [.. StopsIn.Split(';', StringSplitOptions.RemoveEmptyEntries).OrderBy(OccasionTiming.SortNameOf, StringComparer.Ordinal)],
            Organisation = Organisation, Cost = EnumWords.Read<Cost>(Cost), Fields = Split(Fields), Audiences = Split(Audiences), Access = Split(Access), Itinerant = Itinerant,
            Address = Address, Hours = Hours, Phone = Phone, NextAt = At(NextMs), HasTime = HasTime, At = at, VerifiedAt = At(VerifiedMs), SourceAt = Instant.FromUnixTimeMilliseconds(SourceMs),
            Metres = from is { } here && at is { } there ? GeoDistance.Metres(here, there) : null,
        };
    }

    private static Instant? At(long? milliseconds) => milliseconds is { } ms ? Instant.FromUnixTimeMilliseconds(ms) : null;

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
