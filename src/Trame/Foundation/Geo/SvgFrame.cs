namespace Trame.Foundation.Geo;

/// <summary>The sheet to draw on, in units of the SVG's viewBox (pixels at scale 1).</summary>
/// <param name="Padding">Left empty on each side.</param>
/// <param name="MergeWithin">Points nearer to each other than this are drawn as one, with their count.</param>
public sealed record SvgFrame(int Width = 720, int Height = 420, int Padding = 16, double MergeWithin = 14);
