using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class DisplayContoursTests
{
    // Two squares side by side, their common border bent 50 m now and then; an enclave in the right one.
    private static readonly Coordinate[] Border = [.. Enumerable.Range(0, 41).Select(i => new Coordinate(3.1 + (i is 0 or 40 ? 0 : 0.0006 * Math.Sin(i)), 46 + i * 0.0025))];
    private static readonly Coordinate[] Enclave = [.. Enumerable.Range(0, 30).Select(i => new Coordinate(3.15 + 0.01 * Math.Cos(i * Math.Tau / 30), 46.05 + 0.01 * Math.Sin(i * Math.Tau / 30)))];

    private static List<Geometry> Neighbours()
    {
        LinearRing Ring(IEnumerable<Coordinate> points) => GeoFactory.Wgs84.CreateLinearRing([.. points.Select(c => c.Copy()), points.First().Copy()]);
        var left = GeoFactory.Wgs84.CreatePolygon(Ring([new(3, 46), .. Border, new(3, 46.1)]));
        var right = GeoFactory.Wgs84.CreatePolygon(Ring([new(3.2, 46), new(3.2, 46.1), .. Border.Reverse()]), [Ring(Enclave)]);
        return [left, right, GeoFactory.Wgs84.CreatePolygon(Ring([.. Enclave.Skip(7), .. Enclave.Take(7)]))];
    }

    [Fact]
    public void A_shared_border_stays_shared_and_nothing_opens_or_overlaps()
    {
        var before = Neighbours();
        var after = DisplayContours.Simplify(before, 120);
        after.Sum(g => g.NumPoints).ShouldBeLessThan(before.Sum(g => g.NumPoints) / 3);
        after.ShouldAllBe(g => g.IsValid);
        UnaryUnionOp.Union(after.ToArray()).Area.ShouldBe(after.Sum(g => g.Area), 1e-12);
        UnaryUnionOp.Union(after.ToArray()).Area.ShouldBe(0.02, 1e-9);
        UnaryUnionOp.Union(after.ToArray()).ShouldBeOfType<Polygon>().NumInteriorRings.ShouldBe(0);
    }

    [Fact]
    public void A_border_never_moves_farther_than_the_tolerance()
    {
        var before = Neighbours();
        foreach (var tolerance in new[] { 10.0, 50, 200 })
            foreach (var (was, now) in before.Zip(DisplayContours.Simplify(before, tolerance)))
                foreach (var point in was.Coordinates)
                    now.Boundary.Distance(GeoFactory.Wgs84.CreatePoint(point)).ShouldBeLessThanOrEqualTo(tolerance / 75_000 + 1e-7); // 1° of longitude is 77 km here
    }

    [Fact]
    public void An_island_never_vanishes()
    {
        var island = Neighbours()[2];
        var after = DisplayContours.Simplify([island], 100_000)[0];
        after.IsValid.ShouldBeTrue();
        after.NumPoints.ShouldBeGreaterThanOrEqualTo(4);
        after.Area.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Empty_contours_keep_their_rank()
    {
        var after = DisplayContours.Simplify([GeoFactory.Wgs84.CreateMultiPolygon([]), .. Neighbours()], 50);
        after.Count.ShouldBe(4);
        after[0].IsEmpty.ShouldBeTrue();
    }
}
