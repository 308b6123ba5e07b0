using System.Text.Json;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>Reads the history, which speaks of columns, in the fields that people know.</summary>
internal static class RevisionFields
{
    /// <summary>How the form of the history names the photos among the fields to take back.</summary>
    public const string PhotosKey = "photos";

    private static readonly IReadOnlyDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["territory"] = nameof(Occasion.TerritoryId),
        ["organisation"] = nameof(Occasion.OrganisationId),
        ["acceslibre"] = nameof(Occasion.AcceslibreUrl),
        ["duration"] = nameof(Occasion.DurationMinutes),
    };

    private static readonly IReadOnlyDictionary<string, OccasionField> ByColumn = OccasionField.All.ToDictionary(Column);

    public static string Column(OccasionField field) => Renamed.GetValueOrDefault(field.Key) ?? string.Concat(field.Key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The fields that a revision changed, in the order of the form.</summary>
    public static IReadOnlyList<FieldChange> Of(Revision revision) =>
        [.. OccasionField.All.Where(f => revision.After.ContainsKey(Column(f)))
            .Select(f => new FieldChange(f, Canonical(f, revision.Before.GetValueOrDefault(Column(f))), Canonical(f, revision.After[Column(f)])))
            .Where(c => c.Before != c.After)];

    /// <summary>Did a revision change anything that is not a field: a state, a verification, a photo, a merge?</summary>
    public static IEnumerable<string> Others(Revision revision) => revision.After.Keys.Where(k => !ByColumn.ContainsKey(k));

    /// <summary>The photos of a record before and after a revision that changed them.</summary>
    public static (IReadOnlyList<Photo> Before, IReadOnlyList<Photo> After)? Photos(Revision revision) => revision.After.TryGetValue(nameof(Occasion.Photos), out var after)
        ? (PhotosOf(revision.Before.GetValueOrDefault(nameof(Occasion.Photos))), PhotosOf(after)) : null;

    private static List<Photo> PhotosOf(string? json) => json is { Length: > 0 } ? JsonSerializer.Deserialize<List<Photo>>(json, Columns.Json)! : [];

    /// <summary>What the sources said, on one side of a revision.</summary>
    public static IReadOnlyList<FieldSource> Words(Dictionary<string, string?> side) =>
        side.GetValueOrDefault(nameof(Occasion.Sources)) is { Length: > 0 } json ? JsonSerializer.Deserialize<List<FieldSource>>(json, Columns.Json)! : [];

    /// <summary>Who stood behind a field before a revision changed it.</summary>
    public static string SourceBefore(Revision revision, OccasionField field, Occasion occasion) =>
        Words(revision.Before).FirstOrDefault(w => w.Field == field.Key && w.Shown)?.Source ?? occasion.Source;

    // The columns write absence in their own ways; a field writes it as the empty text.
    private static string Canonical(OccasionField field, string? stored) => (field.Shape, stored) switch
    {
        (_, null) => "",
        (FieldShape.YesNo, _) => stored == "true" ? "yes" : "",
        (FieldShape.Stops, "[]") => "",
        (_, "unknown") when field.Key == "cost" => "",
        _ => stored,
    };
}
