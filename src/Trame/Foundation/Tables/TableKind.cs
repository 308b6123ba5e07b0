namespace Trame.Foundation.Tables;

/// <summary>What a file of records is made of.</summary>
public enum TableKind
{
    Csv,
    Json,
    Geojson,
    Workbook,
}
