using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>A way to give the whole register to another tool.</summary>
/// <param name="Key">In addresses and on the command line; its words are <c>exports.format.{key}</c>.</param>
/// <param name="Extension">Of the file, with its dot.</param>
/// <param name="Kinds">What it can hold.</param>
public sealed record OpenFormat(string Key, string Extension, string MediaType, IReadOnlyList<OccasionKind> Kinds, Func<Stream, ExportContext, ExportTally, IRecordWriter> Open)
{
    /// <summary>The rows behind it, for the formats that are rows.</summary>
    public RowLayout? Layout { get; init; }

    /// <summary>What specifies it; null for ours.</summary>
    public string? Standard { get; init; }

    /// <summary>It writes first the records that an organisation carries.</summary>
    public bool CarriedFirst { get; init; }

    /// <summary>As whoever keeps it would name it: « 2026-11-20_trame-moulins_geojson.geojson ».</summary>
    public string FileName(ExportContext context) => $"{NodaTime.Text.LocalDatePattern.Iso.Format(context.Calendar.Today(context.At))}_{context.Publisher}_{Key}{Extension}";
}
