using Trame.Foundation.Geo;

namespace Trame.Registers.Exports;

/// <summary>Rows as GeoJSON features; what stands nowhere has no geometry, and is counted.</summary>
internal sealed class FeatureRows(Stream stream, RowLayout layout, ExportContext context, ExportTally tally) : IRecordWriter
{
    private readonly GeoJsonWriter _features = new(stream);
    private readonly RowCells _cells = new(layout.Columns);

    public void Write(PublicRecord record)
    {
        _cells.Empty();
        if (!layout.Fill(record, context, _cells, tally)) return;
        var said = _cells.Columns.Zip(_cells.Values).Where(c => c.Second.Length > 0).Select(c => KeyValuePair.Create<string, object?>(c.First.Name, c.Second));
        var id = record.Said.Id.ToString();
        if (record.Said is { Latitude: { } latitude, Longitude: { } longitude } && GeoPoint.Of(longitude, latitude) is { } point) _features.Write(point, said, id);
        else
        {
            _features.Write(GeoFactory.Wgs84.CreatePoint(), said, id);
            tally.Unsay("exports.unsaid.point");
        }

        tally.Write();
    }

    public void Dispose() => _features.Dispose();
}
