using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>What structures and services of data·inclusion say alike (version 1.0.8): who, where, how to reach them.</summary>
internal static class InclusionWords
{
    private const int ShortestName = 3;
    private const int ShortestText = 5;

    public static readonly IReadOnlyList<ExportColumn> Where =
    [
        new("commune"), new("code_postal"), new("code_insee"), new("adresse"), new("complement_adresse"), new("longitude", CellShape.Number), new("latitude", CellShape.Number), new("telephone"), new("courriel"), new("horaires_accueil"),
    ];

    /// <summary>Whether the format can hold this record at all.</summary>
    public static bool Fits(PublicRecord record, ExportTally tally) => record switch
    {
        { IsBelgian: true } => tally.LeaveOut("exports.left.belgian"),
        { Said.Status: OccasionStatus.Paused } => tally.LeaveOut("exports.left.paused"),
        { Said.Name.Length: < ShortestName } => tally.LeaveOut("exports.left.name"),
        _ => true,
    };

    public static void Put(PublicRecord record, RowCells cells, ExportTally tally)
    {
        var o = record.Said;
        var hasPostalCode = StandardWords.IsFrenchPostalCode(o.PostalCode);
        cells.Put("commune", record.Commune?.Name);
        cells.Put("code_postal", hasPostalCode ? o.PostalCode : "");
        cells.Put("code_insee", record.Insee);
        cells.Put("adresse", o.Address);
        cells.Put("complement_adresse", "");
        cells.Put("longitude", o.Latitude is null ? null : o.Longitude);
        cells.Put("latitude", o.Longitude is null ? null : o.Latitude);
        cells.Put("telephone", StandardWords.Dial(o));
        cells.Put("courriel", StandardWords.Email(o));
        cells.Put("horaires_accueil", o.Hours);
        tally.Unsay("exports.unsaid.postal-code", !hasPostalCode);
        tally.Unsay("exports.unsaid.stops", o.Stops.Count > 0);
        tally.Unsay("exports.unsaid.hours-note", o.HoursNote.Length > 0);
        tally.Unsay("exports.unsaid.access", o.Access.Count > 0);
        tally.Unsay("exports.unsaid.how-to-come", o.HowToCome.Length + o.NearestStop.Length > 0);
    }

    /// <summary>The first of these that is long enough to be a text; empty when none is.</summary>
    public static string Text(params IEnumerable<string> said) => said.FirstOrDefault(t => t.Length >= ShortestText, "");
}
