using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class ApproximateCellsTests
{
    private static readonly Geometry Box = GeoFactory.Wgs84.ToGeometry(new Envelope(3, 4, 46, 47));

    private static Gen<List<TerritorySite>> Sites => Gen.Choose(1, 99).Two().Select(p => new GeoPoint(3 + p.Item1 / 100.0, 46 + p.Item2 / 100.0)).NonEmptyListOf()
        .Select(points => points.Select((p, i) => new TerritorySite($"{i:D4}", p)).ToList());

    [Fact]
    public void Two_sites_share_a_box_along_their_bisector()
    {
        var cells = ApproximateCells.Fill([new("a", new(3.25, 46.5)), new("b", new(3.75, 46.5))], Box);
        cells[0].Shape.EnvelopeInternal.MaxX.ShouldBe(3.5, 1e-9);
        cells[1].Shape.EnvelopeInternal.MinX.ShouldBe(3.5, 1e-9);
        cells.Select(c => c.Shape.Area).ShouldAllBe(area => Math.Abs(area - 0.5) < 1e-9);
    }

    [Fact]
    public void Cells_fill_the_outline_once_and_hold_their_centroid() => Prop.ForAll(Sites.ToArbitrary(), sites =>
    {
        var cells = ApproximateCells.Fill(sites, Box);
        return Partition(cells, Box) && sites.Zip(cells).All(p => Near(p.Second.Shape, p.First.Centroid));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Cells_are_those_of_an_independent_triangulation() => Prop.ForAll(Sites.ToArbitrary(), sites =>
    {
        var different = sites.DistinctBy(s => s.Centroid).ToList();
        var plane = LocalPlane.At(Box.EnvelopeInternal);
        var reference = new NetTopologySuite.Triangulate.VoronoiDiagramBuilder { ClipEnvelope = plane.ToMetres(Box).EnvelopeInternal };
        reference.SetSites([.. different.Select(s => plane.ToMetres(s.Centroid))]);
        // Sites in line give its cells, rarely, two corners that almost touch, on which its own clipping fails: they are mended, then cut by the overlay that does not.
        var cells = reference.GetSubdivision().GetVoronoiCellPolygons(GeoFactory.Wgs84);
        double Expected(Geometry centre) => OverlayNGRobust.Overlay(GeometryFixer.Fix(cells.Single(cell => cell.Contains(centre))), plane.ToMetres(Box), SpatialFunction.Intersection).Area;
        return ApproximateCells.Fill(different, Box).Zip(different).All(p =>
        {
            var centre = GeoFactory.Wgs84.CreatePoint(plane.ToMetres(p.Second.Centroid));
            // One or two sites have no triangulation: the library then answers with nothing.
            return different.Count < 3 || Math.Abs(Expected(centre) - plane.ToMetres(p.First.Shape).Area) < 1;
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Without_outline_cells_fill_a_hull_in_one_piece_around_the_centroids() => Prop.ForAll(Sites.ToArbitrary(), sites =>
    {
        var cells = ApproximateCells.Fill(sites);
        var hull = UnaryUnionOp.Union(cells.Select(c => c.Shape.Buffer(1e-7)).ToArray());
        return hull is Polygon && Partition(cells, hull, tolerance: 1e-4) && sites.Zip(cells).All(p => Near(p.Second.Shape, p.First.Centroid));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void The_order_of_the_sites_changes_nothing() => Prop.ForAll(Sites.ToArbitrary(), sites =>
    {
        var forwards = ApproximateCells.Fill(sites).ToDictionary(c => c.Code, c => c.Shape.AsText());
        return ApproximateCells.Fill([.. Enumerable.Reverse(sites)]).All(c => forwards[c.Code] == c.Shape.AsText());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Aligned_sites_each_get_a_cell(int count)
    {
        var sites = Enumerable.Range(0, count).Select(i => new TerritorySite($"{i}", new(3 + i * 0.05, 46 + i * 0.05))).ToList();
        ApproximateCells.Fill(sites).ShouldAllBe(c => c.Origin == CellOrigin.Approximate && c.Shape.Area > 0 && c.Shape.IsValid);
    }

    [Fact]
    public void Sites_at_one_place_share_its_cell()
    {
        var cells = ApproximateCells.Fill([new("a", new(3.5, 46.5)), new("b", new(3.5, 46.5)), new("c", new(3.5, 46.5))], Box);
        Partition(cells, Box).ShouldBeTrue();
        cells.ShouldAllBe(c => c.Shape.Area > 0.2);
    }

    [Fact]
    public void Known_contours_stay_and_cells_take_what_remains()
    {
        var west = GeoFactory.Wgs84.ToGeometry(new Envelope(3, 3.4, 46, 47));
        var cells = ApproximateCells.Fill([new("a", new(3.2, 46.5), west), new("b", new(3.7, 46.2)), new("c", new(3.7, 46.8)), new("d", new(3.1, 46.9))], Box);
        cells[0].ShouldBe(new TerritoryCell("a", west, CellOrigin.Contour));
        cells.Skip(1).Take(2).ShouldAllBe(c => c.Origin == CellOrigin.Approximate);
        Partition(cells, Box).ShouldBeTrue();
    }

    [Fact]
    public void A_site_without_room_is_said_to_have_none() =>
        ApproximateCells.Fill([new("a", new(3.5, 46.5), Box), new("b", new(3.2, 46.2))], Box)[1].Origin.ShouldBe(CellOrigin.NoRoom);

    [Fact]
    public void Next_to_known_contours_and_without_outline_a_cell_stays_beside_them()
    {
        var west = GeoFactory.Wgs84.ToGeometry(new Envelope(3, 3.1, 46, 46.1));
        var cells = ApproximateCells.Fill([new("a", new(3.05, 46.05), west), new("b", new(3.15, 46.05))]);
        cells[1].Origin.ShouldBe(CellOrigin.Approximate);
        cells[1].Shape.Intersection(west).Area.ShouldBeLessThan(1e-9);
        cells[1].Shape.IsWithinDistance(west, 1e-6).ShouldBeTrue();
        Near(cells[1].Shape, new(3.15, 46.05)).ShouldBeTrue();
    }

    private static bool Partition(IReadOnlyList<TerritoryCell> cells, Geometry whole, double tolerance = 1e-7)
    {
        var sum = cells.Sum(c => c.Shape.Area);
        var union = UnaryUnionOp.Union(cells.Select(c => c.Shape).ToArray()).Area;
        // As large together as apart: no overlap. As large as the whole: no gap.
        return Math.Abs(sum - union) < tolerance * whole.Area && Math.Abs(sum - whole.Area) < tolerance * whole.Area && cells.All(c => c.Shape.IsValid);
    }

    // Sites at one place are set 20 m apart: their common centroid is at most that far from each cell.
    private static bool Near(Geometry cell, GeoPoint centroid) => cell.IsWithinDistance(GeoFactory.Wgs84.CreatePoint(new Coordinate(centroid.Longitude, centroid.Latitude)), 1e-6);
}
