using Trame.Foundation.Tables;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Places;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary>
/// What we say ourselves of a place in the format of a file. When a row names one of our records by our own identifier, what it repeats of this is no
/// word of its source but our own coming back: it changes nothing. Only what differs is heard.
/// </summary>
internal sealed class Echo(RowLayout layout, ColumnMap map, ExportContext context, JudgePlaces judge, TerritoryTree tree, IReadOnlyDictionary<Guid, Organisation> carriers)
{
    private static readonly Dictionary<string, string> Geometry = new() { ["geometry.latitude"] = "latitude", ["geometry.longitude"] = "longitude", ["feature.id"] = "id" };

    private readonly RowCells _cells = new(layout.Columns);
    private readonly List<(MappedColumn Column, int Cell)> _read =
    [
        .. map.Columns.Where(c => c.Field.Length > 0).Select(c => (c, layout.Columns.Index().FirstOrDefault(l => TableHeaders.Same(l.Item.Name, Geometry.GetValueOrDefault(c.Column, c.Column)), (-1, null!)).Index)).Where(c => c.Index >= 0),
    ];

    /// <summary>The rows that a format of imports is made of; null when we do not write it.</summary>
    public static RowLayout? LayoutOf(string? format) => format switch
    {
        KnownFormats.Trame => OpenFormats.Find("csv")!.Layout,
        KnownFormats.Hsds => new HsdsLayout(),
        "data-inclusion-structures-1" => OpenFormats.Find("data-inclusion-structures")!.Layout,
        KnownFormats.Services => OpenFormats.Find("data-inclusion-services")!.Layout,
        "mediation-numerique-1" => OpenFormats.Find("lieux-de-mediation-numerique")!.Layout,
        _ => null,
    };

    /// <summary>What our own row of this place would be heard to say; nothing when we would not write one.</summary>
    public (IReadOnlySet<(OccasionField, string)> Said, IReadOnlySet<(string, string)> Codes) Of(Place place)
    {
        _cells.Empty();
        var record = new PublicRecord(place, tree.Find(place.TerritoryId), place.OrganisationId is { } id ? carriers.GetValueOrDefault(id) : null);
        if (!layout.Fill(record, context, _cells, new ExportTally())) return (new HashSet<(OccasionField, string)>(), new HashSet<(string, string)>());
        var line = new PlaceLine(1, PlaceFile.Values(_read.Select(r => (r.Column, _cells.Values[r.Cell])), map));
        var (said, codes) = judge.Heard(PlaceCells.Adapt(line, map).Line!);
        return (said.ToHashSet(), codes.Select(c => (c.Key, c.Value)).ToHashSet());
    }
}
