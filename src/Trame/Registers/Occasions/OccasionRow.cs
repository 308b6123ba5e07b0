using NodaTime;
using Trame.Foundation.Geo;

namespace Trame.Registers.Occasions;

/// <summary>A row of a list as the database gives it.</summary>
internal sealed class OccasionRow
{
    public const string Columns = """
        o.id AS "Id", o.kind AS "Kind", o.type AS "Type", o.name AS "Name", o.sort_name AS "SortName", o.slug AS "Slug", o.summary AS "Summary", o.status AS "Status",
        o.cost AS "Cost", o.fields AS "Fields", o.audiences AS "Audiences", o.access AS "Access", o.itinerant AS "Itinerant", o.address AS "Address", o.hours AS "Hours",
        o.phone AS "Phone", o.next_at AS "NextAt", o.starts_at AS "StartsAt", o.latitude AS "Latitude", o.longitude AS "Longitude", o.verified_at AS "VerifiedAt",
        o.source_at AS "SourceAt", t.name AS "Commune", t.slug AS "CommuneSlug", COALESCE(g.name, '') AS "Organisation"
        """;

    public Guid Id { get; init; }
    public OccasionKind Kind { get; init; }
    public string Type { get; init; } = "";
    public string Name { get; init; } = "";
    public string SortName { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Summary { get; init; } = "";
    public OccasionStatus Status { get; init; }
    public Cost Cost { get; init; }
    public string Fields { get; init; } = "";
    public string Audiences { get; init; } = "";
    public string Access { get; init; } = "";
    public bool Itinerant { get; init; }
    public string Address { get; init; } = "";
    public string Hours { get; init; } = "";
    public string Phone { get; init; } = "";
    public Instant? NextAt { get; init; }
    public LocalTime? StartsAt { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public Instant? VerifiedAt { get; init; }
    public Instant SourceAt { get; init; }
    public string Commune { get; init; } = "";
    public string CommuneSlug { get; init; } = "";
    public string Organisation { get; init; } = "";
    public double Rank { get; init; }

    public OccasionSummary ToSummary(GeoPoint? from)
    {
        var at = this is { Latitude: { } latitude, Longitude: { } longitude } ? GeoPoint.Of(longitude, latitude) : null;
        return new OccasionSummary
        {
            Id = Id, Kind = Kind, Type = Type, Name = Name, Slug = Slug, Summary = Summary, Status = Status, Commune = Commune, CommuneSlug = CommuneSlug,
            Organisation = Organisation, Cost = Cost, Fields = Split(Fields), Audiences = Split(Audiences), Access = Split(Access), Itinerant = Itinerant,
            Address = Address, Hours = Hours, Phone = Phone, NextAt = NextAt, HasTime = StartsAt is not null, At = at, VerifiedAt = VerifiedAt, SourceAt = SourceAt,
            Metres = from is { } here && at is { } there ? GeoDistance.Metres(here, there) : null,
        };
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
