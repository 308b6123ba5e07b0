using System.Globalization;
using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class SvgMapTests
{
    private static readonly SvgFrame Frame = new(220, 120, 10, 14);

    private static MapShape Shape(string wkt) => new("a", "A", new WKTReader().Read(wkt));

    [Fact]
    public void A_square_at_the_equator_is_centred_and_fills_the_height()
    {
        var drawing = SvgMap.Draw([Shape("POLYGON ((-1 -1, 1 -1, 1 1, -1 1, -1 -1))")], [new("p", "P", new(1, 1))], Frame);
        drawing.Shapes[0].Path.ShouldBe("M60 110l100 0 0-100-100 0z");
        (drawing.Shapes[0].LabelX, drawing.Shapes[0].LabelY).ShouldBe((110, 60));
        (drawing.Points[0].X, drawing.Points[0].Y).ShouldBe((160, 10));
        drawing.MetresPerUnit.ShouldBe(2_223.9, 0.1); // two degrees in 100 units
        drawing.ScaleBar(60).Metres.ShouldBe(100_000);
    }

    [Fact]
    public void Far_north_a_degree_of_longitude_is_half_as_long()
    {
        var path = Numbers(SvgMap.Draw([Shape("POLYGON ((-1 59, 1 59, 1 61, -1 61, -1 59))")], [], Frame).Shapes[0].Path);
        path[2].ShouldBe(50, 0.2); // cos 60° = 1/2
    }

    [Fact]
    public void Paths_are_compact_and_fall_back_on_their_feet()
    {
        var path = SvgMap.Draw([Shape("POLYGON ((-1 -1, 1 -1, 0.01 0.013, -0.013 -0.007, -1 1, -1 -1), (-0.9 -0.9, -0.9 -0.8, -0.8 -0.8, -0.9 -0.9))")], [], Frame).Shapes[0].Path;
        Regex.IsMatch(path, @"(?<![\d])0\.").ShouldBeFalse(path);
        path.ShouldNotContain(" -");
        path.Count(c => c == 'z').ShouldBe(2);
        // Relative moves of the first ring, summed, never leave the sheet.
        var numbers = Numbers(path[..path.IndexOf('z')]);
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < numbers.Count; i += 2)
        {
            (x, y) = (x + numbers[i], y + numbers[i + 1]);
            x.ShouldBeInRange(10, 210);
            y.ShouldBeInRange(9.9, 110.1);
        }
    }

    [Fact]
    public void Neighbours_meet_on_the_same_tenth()
    {
        var drawing = SvgMap.Draw([Shape("POLYGON ((0 0, 1 0, 1.0123 1, 0 1, 0 0))"), Shape("POLYGON ((1 0, 2 0, 2 1, 1.0123 1, 1 0))")], [], Frame);
        var (left, right) = (Corners(drawing.Shapes[0].Path), Corners(drawing.Shapes[1].Path));
        left.Intersect(right).Count().ShouldBe(2);
    }

    [Fact]
    public void Close_points_become_one_mark_and_none_is_lost()
    {
        MapPoint[] points = [new("1", "", new(0, 0)), new("2", "", new(0.1, 0)), new("3", "", new(0.9, 0)), new("far", "", new(30, 0))];
        var drawing = SvgMap.Draw([Shape("POLYGON ((-1 -1, 1 -1, 1 1, -1 1, -1 -1))")], points, Frame);
        drawing.Points.Select(p => string.Join("+", p.Points.Select(m => m.Id))).ShouldBe(["1+2", "3"]); // the far one is off the sheet
        drawing.Points[0].X.ShouldBe(112.5, 0.05);
    }

    [Fact]
    public void A_lone_point_or_nothing_at_all_can_be_drawn()
    {
        var drawing = SvgMap.Draw([], [new("p", "P", new(3.33, 46.56))], Frame);
        (drawing.Points[0].X, drawing.Points[0].Y).ShouldBe((110, 60));
        SvgMap.Draw([], [], Frame).Shapes.ShouldBeEmpty();
        SvgMap.Draw([new("a", "A", GeoFactory.Wgs84.CreatePolygon(), true)], [], Frame).ShouldSatisfyAllConditions(d => d.Shapes[0].Path.ShouldBe(""), d => d.HasApproximateShapes.ShouldBeTrue());
    }

    private static List<double> Numbers(string path) =>
        [.. Regex.Matches(path, @"-?(\d+(\.\d)?|\.\d)").Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

    private static List<(double X, double Y)> Corners(string path)
    {
        var numbers = Numbers(path);
        var found = new List<(double X, double Y)> { (numbers[0], numbers[1]) };
        for (var i = 2; i < numbers.Count; i += 2) found.Add((Math.Round(found[^1].X + numbers[i], 1), Math.Round(found[^1].Y + numbers[i + 1], 1)));
        return found;
    }
}
