namespace Trame.Foundation.Geo;

/// <summary>Which names of a drawing can be read: none over another, none over the edge; the areas come first that are named first.</summary>
public static class MapNames
{
    /// <summary>Height of the letters, in the units of the drawing.</summary>
    public const double LetterHeight = 11;

    private const double LetterWidth = 0.56 * LetterHeight; // a little more than the mean width of the letters of names, so that a box is never too narrow

    /// <returns>The shapes whose name has room, in their order. O(n²) in the number of names, of which a drawing has a few hundred.</returns>
    public static IReadOnlyList<DrawnShape> WithRoom(MapDrawing drawing)
    {
        List<(double Left, double Top, double Right, double Bottom)> taken = [];
        List<DrawnShape> named = [];
        foreach (var shape in drawing.Shapes.Where(s => s.Path.Length > 0))
        {
            var half = shape.Label.Length * LetterWidth / 2;
            var box = (Left: shape.LabelX - half, Top: shape.LabelY - LetterHeight, Right: shape.LabelX + half, Bottom: shape.LabelY + LetterHeight);
            if (box.Left < 0 || box.Right > drawing.Width || box.Top < 0 || box.Bottom > drawing.Height) continue;
            if (taken.Any(t => box.Left < t.Right && t.Left < box.Right && box.Top < t.Bottom && t.Top < box.Bottom)) continue;
            taken.Add(box);
            named.Add(shape);
        }

        return named;
    }
}
