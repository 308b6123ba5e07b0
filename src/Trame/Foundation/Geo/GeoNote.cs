namespace Trame.Foundation.Geo;

/// <summary>Something that was mended or set aside without losing the feature.</summary>
/// <param name="Path">Where, as a JSON path: <c>features[3].geometry.coordinates[0]</c>.</param>
/// <param name="TextKey">Key in <c>Foundation/Geo/Texts.resx</c>.</param>
/// <param name="Args">For the text's placeholders: {0} line, {1} rank of the feature from 1, then those of the key.</param>
public sealed record GeoNote(int Feature, int Line, string Path, string TextKey, IReadOnlyList<object> Args) : GeoItem(Feature, Line);
