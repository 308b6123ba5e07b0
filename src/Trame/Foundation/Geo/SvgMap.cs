using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Lays territories and places on a sheet, north up; returns figures, not markup.</summary>
/// <remarks>
/// Local equirectangular projection (<see cref="LocalPlane"/>), one scale both ways, centred. The sheet is fitted to the shapes; without shapes, to the
/// points. Points outside the sheet are left out of the drawing. Shapes that share a border share its rounded points, so no gap appears.
/// </remarks>
public static class SvgMap
{
    private const double SmallestSpanMetres = 400; // a lone point is shown with its surroundings

    public static MapDrawing Draw(IReadOnlyList<MapShape> shapes, IReadOnlyList<MapPoint> points, SvgFrame frame)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(frame);
        if (2 * frame.Padding >= Math.Min(frame.Width, frame.Height)) throw new ArgumentException("The padding leaves no room on the sheet.", nameof(frame));
        var sheet = new Sheet(Bounds(shapes, points), frame);
        var drawn = points.Select(point => (Point: point, At: sheet.Of(new(point.At.Longitude, point.At.Latitude))))
            .Where(p => p.At.X >= 0 && p.At.X <= frame.Width && p.At.Y >= 0 && p.At.Y <= frame.Height);
        return new MapDrawing(
            frame.Width, frame.Height, sheet.MetresPerUnit,
            [.. shapes.Select(shape => Drawn(shape, sheet))], PointDeclutter.Merge([.. drawn], frame.MergeWithin));
    }

    private static Envelope Bounds(IReadOnlyList<MapShape> shapes, IReadOnlyList<MapPoint> points)
    {
        var bounds = new Envelope();
        foreach (var shape in shapes) bounds.ExpandToInclude(shape.Shape.EnvelopeInternal);
        if (bounds.IsNull)
            foreach (var point in points) bounds.ExpandToInclude(point.At.Longitude, point.At.Latitude);
        return bounds.IsNull ? new Envelope(0, 0, 0, 0) : bounds;
    }

    private static DrawnShape Drawn(MapShape shape, Sheet sheet)
    {
        if (shape.Shape.IsEmpty) return new(shape.Id, shape.Label, "", 0, 0, shape.IsApproximate);
        var label = sheet.Of(Label(shape.Shape));
        var path = SvgPath.Of(shape.Shape, sheet.Of);
        return new(shape.Id, shape.Label, path, Math.Round(label.X, 1), Math.Round(label.Y, 1), shape.IsApproximate);
    }

    // The centre of the largest circle inside: a centroid may fall outside a crescent.
    private static Coordinate Label(Geometry shape)
    {
        var largest = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).MaxBy(part => part.Area)!;
        var precision = Math.Sqrt(largest.Area) / 20;
        return precision > 0 ? MaximumInscribedCircle.GetCenter(largest, precision).Coordinate : largest.Coordinate;
    }

    private sealed class Sheet
    {
        private readonly LocalPlane _plane;
        private readonly Coordinate _middle;
        private readonly SvgFrame _frame;

        public Sheet(Envelope bounds, SvgFrame frame)
        {
            _frame = frame;
            _plane = LocalPlane.At(bounds);
            var (low, high) = (_plane.ToMetres(new Coordinate(bounds.MinX, bounds.MinY)), _plane.ToMetres(new Coordinate(bounds.MaxX, bounds.MaxY)));
            _middle = new((low.X + high.X) / 2, (low.Y + high.Y) / 2);
            MetresPerUnit = Math.Max(
                Math.Max(high.X - low.X, SmallestSpanMetres) / (frame.Width - 2 * frame.Padding),
                Math.Max(high.Y - low.Y, SmallestSpanMetres) / (frame.Height - 2 * frame.Padding));
        }

        public double MetresPerUnit { get; }

        public Coordinate Of(Coordinate degrees)
        {
            var metres = _plane.ToMetres(degrees);
            return new(_frame.Width / 2.0 + (metres.X - _middle.X) / MetresPerUnit, _frame.Height / 2.0 - (metres.Y - _middle.Y) / MetresPerUnit);
        }
    }
}
