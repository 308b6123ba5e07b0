using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>
/// What the observatory lists: a place, a moment or a project, in one shape. Holds: a field shown has a source; another source's word is never
/// overwritten; what closed can reopen; what was merged can be taken apart.
/// </summary>
public abstract partial class Occasion : IVersioned
{
    public const int NameLength = 150;

    protected Occasion() { }

    protected Occasion(OccasionKind kind, string name, string slug, Guid territoryId, string source, Instant at)
    {
        Kind = kind;
        Name = name;
        Slug = slug;
        TerritoryId = territoryId;
        Source = source;
        SourceAt = CreatedAt = ChangedAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public OccasionKind Kind { get; private set; }
    public string Type { get; internal set; } = "other";
    public string Name { get; internal set; } = "";

    /// <summary>The name without accents or case, derived: what lists are sorted by, alike in both databases.</summary>
    public string SortName { get; internal set; } = "";
    public string Slug { get; internal set; } = "";
    public string Summary { get; internal set; } = "";
    public string Description { get; internal set; } = "";
    public Guid TerritoryId { get; internal set; }
    public Guid? OrganisationId { get; internal set; }
    public Carrier? Carrier { get; internal set; }
    public List<string> Fields { get; internal set; } = [];
    public List<string> Audiences { get; internal set; } = [];
    public List<string> Ties { get; internal set; } = [];
    public List<string> Access { get; internal set; } = [];
    public string? AcceslibreUrl { get; internal set; }
    public Openness? Openness { get; internal set; }
    public string Conditions { get; internal set; } = "";
    public Cost Cost { get; internal set; }
    public string CostNote { get; internal set; } = "";
    public string Offers { get; internal set; } = "";
    public int? Capacity { get; internal set; }

    public string Address { get; internal set; } = "";
    public string PostalCode { get; internal set; } = "";
    public double? Latitude { get; internal set; }
    public double? Longitude { get; internal set; }
    public string HowToCome { get; internal set; } = "";
    public string NearestStop { get; internal set; } = "";
    public string Phone { get; internal set; } = "";
    public string Email { get; internal set; } = "";
    public string Website { get; internal set; } = "";
    public List<Photo> Photos { get; internal set; } = [];

    /// <summary>Opening hours of a place in the OSM grammar; empty when unknown.</summary>
    public string Hours { get; internal set; } = "";
    public string HoursNote { get; internal set; } = "";

    /// <summary>168 characters, Monday 0 h first; derived from <see cref="Hours"/>, empty when unknown.</summary>
    public string WeekMask { get; internal set; } = "";
    public bool Itinerant { get; internal set; }
    public List<Stop> Stops { get; internal set; } = [];

    /// <summary>First (or only) day of a moment, first day of a project.</summary>
    public LocalDate? StartsOn { get; internal set; }
    public LocalTime? StartsAt { get; internal set; }
    public int? DurationMinutes { get; internal set; }
    public LocalDate? EndsOn { get; internal set; }

    /// <summary>RFC 5545 lines (RRULE, EXDATE, RDATE) of a moment that comes back; empty when it happens once.</summary>
    public string Recurrence { get; internal set; } = "";

    /// <summary>When it happens next, derived; what lists are sorted by.</summary>
    public Instant? NextAt { get; internal set; }

    public OccasionStatus Status { get; internal set; } = OccasionStatus.Open;
    public string StatusNote { get; internal set; } = "";
    public string Source { get; internal set; } = "";
    public Instant SourceAt { get; internal set; }
    public List<FieldSource> Sources { get; internal set; } = [];

    /// <summary>Identifiers other tools know it by: data-inclusion, mednum, france-services, siret...</summary>
    public Dictionary<string, string> Codes { get; internal set; } = [];
    public Instant? VerifiedAt { get; internal set; }
    public string VerifiedBy { get; internal set; } = "";

    /// <summary>When somebody last said that it is so: verified, else said by its source. Derived; what « the freshest first » is sorted by.</summary>
    public Instant SeenAt { get; internal set; }
    public Guid? MergedIntoId { get; internal set; }
    public Instant CreatedAt { get; internal set; }
    public Instant ChangedAt { get; internal set; }
    public Instant? ClosedAt { get; internal set; }
    public int Version { get; private set; } = 1;

    public bool IsOpen => Status == OccasionStatus.Open && MergedIntoId is null;
}
