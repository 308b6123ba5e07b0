namespace Trame.Foundation.Geo;

/// <summary>Which names of a drawing can be read: none over another, none over a mark, none over the edge; the areas come first that are named first. A name that has no room in the middle of its area is tried a line below, then a line above.</summary>
public static class MapNames
{
    /// <summary>Height of the letters, in the units of the drawing.</summary>
    public const double LetterHeight = 11;

    private const double HalfLine = 0.7 * LetterHeight;

    private static readonly double[] Lines = [0, 1.5, -1.5];

    private const double LetterWidth = 0.56 * LetterHeight; // a little more than the mean width of the letters of names, so that a box is never too narrow

    /// <summary>The radius of a mark, in the units of the drawing: one is a point; several are wide enough for their number to be read, and a little wider each time they double.</summary>
    public static double Radius(double width, int count) => Math.Max(5.5, width / 130) * (count <= 1 ? 1 : Math.Min(2.6, 1.6 + 0.15 * Math.Log2(count)));

    /// <returns>The names that have room and the middle of each, in the order of the shapes. O(n²) in the number of names and marks, of which a drawing has a few hundred.</returns>
    public static IReadOnlyList<(string Name, double X, double Y)> WithRoom(MapDrawing drawing)
    {
        List<Box> taken = [.. drawing.Points.Select(p => Box.Around(p.X, p.Y, Radius(drawing.Width, p.Points.Count), Radius(drawing.Width, p.Points.Count)))];
        List<(string, double, double)> named = [];
        foreach (var shape in drawing.Shapes.Where(s => s.Path.Length > 0))
            foreach (var line in Lines)
            {
                var y = shape.LabelY + line * LetterHeight;
                var box = Box.Around(shape.LabelX, y, shape.Label.Length * LetterWidth / 2, HalfLine);
                if (!box.IsWithin(drawing) || taken.Any(box.Meets)) continue;
                taken.Add(box);
                named.Add((shape.Label, shape.LabelX, y));
                break;
            }

        return named;
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public static Box Around(double x, double y, double halfWidth, double halfHeight) => new(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);

        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool IsWithin(MapDrawing drawing) => Left >= 0 && Top >= 0 && Right <= drawing.Width && Bottom <= drawing.Height;
    }
}
