using NodaTime;
using Trame.Foundation.Geo;

namespace Trame.Registers.Occasions;

/// <summary>What a list shows of an occasion: the columns that are needed, no more.</summary>
public sealed record OccasionSummary
{
    public required Guid Id { get; init; }
    public required OccasionKind Kind { get; init; }
    public required string Type { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required string Summary { get; init; }
    public required OccasionStatus Status { get; init; }
    public required string Commune { get; init; }
    public required string CommuneSlug { get; init; }

    /// <summary>The communes where a round stops, by name; empty for what stays where it is.</summary>
    public IReadOnlyList<string> StopsIn { get; init; } = [];
    public required string Organisation { get; init; }
    public required Cost Cost { get; init; }
    public required IReadOnlyList<string> Fields { get; init; }
    public required IReadOnlyList<string> Audiences { get; init; }
    public required IReadOnlyList<string> Access { get; init; }
    public required bool Itinerant { get; init; }
    public required string Address { get; init; }
    public required string Hours { get; init; }
    public required string Phone { get; init; }
    public required Instant? NextAt { get; init; }
    public required bool HasTime { get; init; }
    public required GeoPoint? At { get; init; }
    public required Instant? VerifiedAt { get; init; }
    public required Instant SourceAt { get; init; }

    /// <summary>From the point that was asked, as the crow flies; null without point or coordinates.</summary>
    public double? Metres { get; init; }
}
