namespace Trame.Foundation.Geo;

/// <summary>A territory, drawn.</summary>
/// <param name="Path">The <c>d</c> of an SVG path, one decimal; empty when there is nothing to draw.</param>
/// <param name="LabelX">Where a label or a hatch mark can stand, well inside the shape.</param>
public sealed record DrawnShape(string Id, string Label, string Path, double LabelX, double LabelY, bool IsApproximate);
