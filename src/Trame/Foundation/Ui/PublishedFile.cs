namespace Trame.Foundation.Ui;

/// <summary>A file that this space gives to anyone: each room registers its own, and the page of open data lists them all.</summary>
/// <param name="Path">From the root of the space, starting with « / ».</param>
/// <param name="TextKey">What is in it.</param>
/// <param name="Format">CSV, GeoJSON, iCalendar, Atom...</param>
public sealed record PublishedFile(int Order, string Path, string TextKey, string Format);
