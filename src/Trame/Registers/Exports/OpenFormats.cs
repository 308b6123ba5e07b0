using Trame.Registers.Occasions;

namespace Trame.Registers.Exports;

/// <summary>Every way to give the register to another tool, the national ones first.</summary>
public static class OpenFormats
{
    private static readonly OccasionKind[] Places = [OccasionKind.Place];
    private static readonly OccasionKind[] Everything = [OccasionKind.Place, OccasionKind.Moment, OccasionKind.Project];

    private static readonly RowLayout Structures = new StructureLayout();
    private static readonly RowLayout Services = new ServiceLayout();
    private static readonly RowLayout Mediation = new MediationLayout();
    private static readonly RowLayout Register = new RegisterLayout();

    public static IReadOnlyList<OpenFormat> All { get; } =
    [
        new("data-inclusion-structures", ".json", "application/json", Places, (stream, context, tally) => new JsonRows(stream, Structures, context, tally)) { Layout = Structures, Standard = "https://data.inclusion.gouv.fr" },
        new("data-inclusion-services", ".json", "application/json", Places, (stream, context, tally) => new JsonRows(stream, Services, context, tally)) { Layout = Services, Standard = "https://data.inclusion.gouv.fr" },
        new("lieux-de-mediation-numerique", ".csv", "text/csv; charset=utf-8", Places, (stream, context, tally) => new CsvRows(stream, Mediation, context, tally, ',', byteOrderMark: false)) { Layout = Mediation, Standard = "https://schema.data.gouv.fr/LaMednum/standard-mediation-num/" },
        new("geojson", ".geojson", "application/geo+json", Everything, (stream, context, tally) => new FeatureRows(stream, Register, context, tally)) { Layout = Register, Standard = "https://www.rfc-editor.org/rfc/rfc7946" },
        new("icalendar", ".ics", "text/calendar; charset=utf-8", [OccasionKind.Moment], (stream, context, tally) => new CalendarFile(stream, context, tally)) { Standard = "https://www.rfc-editor.org/rfc/rfc5545" },
        new("hsds", ".json", "application/json", Places, (stream, context, tally) => new HsdsFile(stream, context, tally)) { Standard = "https://docs.openreferral.org/en/v3.0.0/hsds/", CarriedFirst = true },
        new("csv", ".csv", "text/csv; charset=utf-8", Everything, (stream, context, tally) => new CsvRows(stream, Register, context, tally, ';', byteOrderMark: true)) { Layout = Register },
        new("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Everything, (stream, context, tally) => new SheetRows(stream, Register, context, tally)) { Layout = Register },
    ];

    public static OpenFormat? Find(string key) => All.FirstOrDefault(f => f.Key == key);
}
