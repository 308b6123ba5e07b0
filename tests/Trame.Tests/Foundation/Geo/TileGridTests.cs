using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class TileGridTests
{
    private static Gen<GeoPoint> Points => Gen.Choose(-180_000, 180_000).SelectMany(x => Gen.Choose(-90_000, 90_000), (x, y) => new GeoPoint(x / 1000.0, y / 1000.0));

    [Fact]
    public void A_known_tile()
    {
        // Moulins (46.5662 N, 3.3327 E) stands in web-map tile 12/2085/1447; worked with the log-tangent formula of the OpenStreetMap wiki ("Slippy map tilenames"); its quadkey in base 4 is the id.
        var (x, y) = (2085L, 1447L);
        var id = Enumerable.Range(0, 12).Sum(bit => ((x >> bit & 1) | (y >> bit & 1) << 1) << 2 * bit);
        TileGrid.CellOf(46.5662, 3.3327, 12).ShouldBe(id);
    }

    [Fact]
    public void Corners_of_the_world_are_cells_too()
    {
        TileGrid.CellOf(90, -180, 28).ShouldBe(0);
        TileGrid.CellOf(-90, 180, 28).ShouldBe((1L << 56) - 1);
        TileGrid.CellOf(12, 34, 0).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => TileGrid.CellOf(0, 0, 29));
        Should.Throw<ArgumentOutOfRangeException>(() => TileGrid.CellOf(double.NaN, 0, 3));
    }

    [Fact]
    public void A_cell_lies_in_its_parent_and_in_its_parents_range() => Prop.ForAll(Points.ToArbitrary(), Gen.Choose(0, 22).ToArbitrary(), (p, level) =>
    {
        var (coarse, stored) = (TileGrid.CellOf(p.Latitude, p.Longitude, level), TileGrid.CellOf(p.Latitude, p.Longitude, TileGrid.StoredLevel));
        var (first, last) = TileGrid.RangeOf(coarse, level);
        return TileGrid.ParentOf(stored, TileGrid.StoredLevel - level) == coarse && first <= stored && stored <= last;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Clusters_count_every_point_once_within_their_bounds() => Prop.ForAll(Points.ListOf().ToArbitrary(), Gen.Choose(0, 19).ToArbitrary(), (points, zoom) =>
    {
        var clusters = TileGrid.Clusters(points.Select((p, i) => new GridPoint($"{i}", p)), zoom);
        return clusters.Sum(c => c.Count) == points.Count
            && clusters.Select(c => c.Cell).SequenceEqual(clusters.Select(c => c.Cell).Distinct().Order())
            && clusters.All(c => c.Bounds.Contains(c.Mean))
            && clusters.SelectMany(c => c.Ids).Order(StringComparer.Ordinal).SequenceEqual(points.Select((_, i) => $"{i}").Order(StringComparer.Ordinal))
            && points.All(p => clusters.Any(c => c.Bounds.Contains(p)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_marks_are_nearer_than_a_finger_is_wide() => Prop.ForAll(Points.Select(p => new GeoPoint(p.Longitude / 60, p.Latitude / 60)).ListOf(80).ToArbitrary(), Gen.Choose(0, 19).ToArbitrary(), (points, zoom) =>
    {
        var pixels = TileGrid.TilePixels * Math.Pow(2, zoom);
        var marks = TileGrid.Clusters(points.Select((p, i) => new GridPoint($"{i}", p)), zoom).Select(c => TileGrid.WorldOf(c.Mean)).ToList();
        return marks.SelectMany((a, i) => marks.Skip(i + 1).Select(b => Math.Max(Math.Abs(a.East - b.East), Math.Abs(a.South - b.South)) * pixels)).All(apart => apart >= 47.99);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Neighbours_on_either_side_of_a_cells_edge_are_one_mark()
    {
        GridPoint[] points = [new("a", new(-0.0001, 46.5)), new("b", new(0.0001, 46.5)), new("far", new(20, 46.5))];
        TileGrid.Clusters(points, 8).Select(c => string.Join('+', c.Ids)).ShouldBe(["a+b", "far"]);
    }

    [Fact]
    public void Two_neighbours_part_when_one_zooms()
    {
        GridPoint[] points = [new("a", new(3.3301, 46.5601)), new("b", new(3.3399, 46.5699))];
        TileGrid.Clusters(points, 5).ShouldHaveSingleItem().Count.ShouldBe(2);
        TileGrid.Clusters(points, 16).Select(c => c.Ids.ShouldHaveSingleItem()).ShouldBe(["a", "b"], ignoreOrder: true);
    }
}
