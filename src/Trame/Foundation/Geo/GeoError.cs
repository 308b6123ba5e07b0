namespace Trame.Foundation.Geo;

/// <summary>A feature that cannot be used, or a file that cannot be read further; the text says what to do.</summary>
/// <param name="Path">Where, as a JSON path: <c>features[3].geometry.coordinates[0][12]</c>.</param>
/// <param name="TextKey">Key in <c>Foundation/Geo/Texts.resx</c>.</param>
/// <param name="Args">For the text's placeholders: {0} line, {1} rank of the feature from 1 (for the file: the column), then those of the key.</param>
public sealed record GeoError(int Feature, int Line, string Path, string TextKey, IReadOnlyList<object> Args) : GeoItem(Feature, Line);
