using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;

namespace Trame.Observe.Api;

/// <summary>A place, a moment or a project, as programs read it. What nobody said is null.</summary>
public sealed record OccasionView
{
    public required Guid Id { get; init; }

    /// <summary>place, moment, project</summary>
    public required string Kind { get; init; }
    public required string Type { get; init; }
    public required string Name { get; init; }
    public string? Summary { get; init; }
    public string? Description { get; init; }
    public required NamedView? Territory { get; init; }
    public string? Address { get; init; }
    public string? PostalCode { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    /// <summary>In the opening_hours grammar of OpenStreetMap.</summary>
    public string? Hours { get; init; }
    public string? HoursNote { get; init; }
    public bool Itinerant { get; init; }
    public IReadOnlyList<Stop> Stops { get; init; } = [];
    public string? StartsOn { get; init; }
    public string? StartsAt { get; init; }
    public int? DurationMinutes { get; init; }
    public string? EndsOn { get; init; }

    /// <summary>RRULE, EXDATE, RDATE (RFC 5545).</summary>
    public string? Recurrence { get; init; }
    public string? NextAt { get; init; }
    public string? Carrier { get; init; }
    public NamedView? Organisation { get; init; }
    public required IReadOnlyList<string> Fields { get; init; }
    public required IReadOnlyList<string> Ties { get; init; }
    public required IReadOnlyList<string> Audiences { get; init; }
    public required IReadOnlyList<string> Access { get; init; }
    public string? Openness { get; init; }
    public string? Conditions { get; init; }

    /// <summary>free, pay-what-you-can, paid</summary>
    public string? Cost { get; init; }
    public string? CostNote { get; init; }
    public string? Offers { get; init; }
    public int? Capacity { get; init; }
    public string? Acceslibre { get; init; }
    public string? HowToCome { get; init; }
    public string? NearestStop { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Website { get; init; }

    /// <summary>open, paused, over, closed</summary>
    public required string Status { get; init; }
    public required string Source { get; init; }
    public required string SourceAt { get; init; }
    public string? VerifiedAt { get; init; }

    /// <summary>Identifiers in other registers: siret, rna, data-inclusion…</summary>
    public required IReadOnlyDictionary<string, string> Codes { get; init; }
    public required string Url { get; init; }
    public required int Version { get; init; }

    /// <summary>Who says what of each field; only where one record is asked for.</summary>
    public IReadOnlyList<SaidView>? Said { get; init; }

    public static OccasionView Of(PublicRecord record, string root, bool withSources)
    {
        var o = record.Said;
        return new()
        {
            Id = o.Id, Kind = record.Kind, Type = o.Type, Name = o.Name, Summary = Text(o.Summary), Description = Text(o.Description), Territory = record.Commune is { } c ? new(c.Id, c.Name, c.Slug) { Code = c.Code } : null, Address = Text(o.Address),
            PostalCode = Text(o.PostalCode), Latitude = o.Latitude, Longitude = o.Longitude, Hours = Text(o.Hours), HoursNote = Text(o.HoursNote), Itinerant = o.Itinerant, Stops = o.Stops, StartsOn = Text(OccasionField.Named("starts-on").Read(o)),
            StartsAt = Text(OccasionField.Named("starts-at").Read(o)), DurationMinutes = o.DurationMinutes, EndsOn = Text(OccasionField.Named("ends-on").Read(o)), Recurrence = Text(o.Recurrence), NextAt = o.NextAt is { } next ? InstantPattern.General.Format(next) : null,
            Carrier = Text(OccasionField.Named("carrier").Read(o)), Organisation = record.Carrier is { } g ? new(g.Id, g.Name, g.Slug) : null, Fields = o.Fields, Ties = o.Ties, Audiences = o.Audiences, Access = o.Access, Openness = Text(OccasionField.Named("openness").Read(o)),
            Conditions = Text(o.Conditions), Cost = Text(OccasionField.Named("cost").Read(o)), CostNote = Text(o.CostNote), Offers = Text(o.Offers), Capacity = o.Capacity, Acceslibre = o.AcceslibreUrl, HowToCome = Text(o.HowToCome), NearestStop = Text(o.NearestStop),
            Phone = Text(o.Phone), Email = Text(o.Email), Website = Text(o.Website), Status = EnumWords.Write(o.Status), Source = o.Source, SourceAt = InstantPattern.General.Format(o.SourceAt), VerifiedAt = o.VerifiedAt is { } at ? InstantPattern.General.Format(at) : null,
            Codes = o.Codes, Url = $"{root}{OccasionShelf.Path(o)}", Version = o.Version, Said = withSources ? [.. OccasionField.For(o.Kind).SelectMany(f => Words(o, f))] : null,
        };
    }

    private static IEnumerable<SaidView> Words(Occasion o, OccasionField field)
    {
        var shown = o.Said(field);
        if (shown.Value.Length > 0) yield return new(field.Key, shown.Source, shown.Value, InstantPattern.General.Format(shown.At), true);
        foreach (var other in o.Disagreements(field)) yield return new(field.Key, other.Source, other.Value, InstantPattern.General.Format(other.At), false);
    }

    private static string? Text(string text) => text.Length > 0 ? text : null;
}
