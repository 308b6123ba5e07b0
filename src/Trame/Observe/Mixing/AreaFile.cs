using Trame.Engines.Mixing.Spatial;
using Trame.Foundation.Tables;

namespace Trame.Observe.Mixing;

/// <summary>A value per area, and a table of pairs (area, neighbour) in its first two columns.</summary>
internal sealed record AreaFile(IReadOnlyList<string> Ids, IReadOnlyList<double> Values, SpatialWeights? Weights, StrictTable.Fault? Fault)
{
    public static AreaFile Read(FileInfo values, string id, string value, FileInfo neighbours, WeightStyle style)
    {
        var numbers = new Dictionary<string, int>();
        var (areas, _, fault) = StrictTable.Read(values, [id, value], row => Area(row, id, value, numbers));
        if (fault is not null) return new([], [], null, fault);
        var (pairs, _, wrong) = StrictTable.Read(neighbours, [], row => Pair(row, numbers, values.Name));
        return wrong is not null ? new([], [], null, wrong) : new([.. areas.Select(a => a.Id)], [.. areas.Select(a => a.Value)], SpatialWeights.Of(areas.Count, pairs, style), null);
    }

    private static ((string Id, double Value), RowError?) Area(TableRow row, string id, string value, Dictionary<string, int> numbers)
    {
        var name = row[id].Trim();
        if (name.Length == 0) return (default, row.Error(id, new("import.cell-needed")));
        var read = row.Read(value, StrictTable.Number);
        if (!read.HasValue) return (default, row.Error(value, read.Problem!));
        return numbers.TryAdd(name, numbers.Count) ? ((name, read.Value), null) : (default, row.Error(id, new("mixing.area-twice", name)));
    }

    private static ((int, int), RowError?) Pair(TableRow row, Dictionary<string, int> numbers, string values)
    {
        if (row.Cells.Count < 2) return (default, row.Error("", new("mixing.two-columns")));
        var (area, neighbour) = (row.Cells[0].Trim(), row.Cells[1].Trim());
        if (!numbers.TryGetValue(area, out var from)) return (default, row.ErrorAt(0, new("mixing.unknown-area", area, values)));
        if (!numbers.TryGetValue(neighbour, out var to)) return (default, row.ErrorAt(1, new("mixing.unknown-area", neighbour, values)));
        return from == to ? (default, row.ErrorAt(1, new("mixing.own-neighbour", area))) : ((from, to), null);
    }
}
