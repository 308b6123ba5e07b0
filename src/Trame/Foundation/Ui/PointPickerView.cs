namespace Trame.Foundation.Ui;

/// <summary>A map that fills the fields of a point; where scripts do not run, the fields alone.</summary>
/// <param name="Latitude">Id of the field for the latitude, or for both when there is one field only.</param>
/// <param name="Instead">Id of a field that says the same otherwise, emptied when a point is chosen.</param>
public sealed record PointPickerView(string Latitude, string? Longitude = null, string? Instead = null);
