using Trame.Foundation.Geo;
using static Trame.Tests.Foundation.Geo.GeoJson;

namespace Trame.Tests.Foundation.Geo;

public sealed partial class GeoJsonReaderTests
{
    private const string Square = "[[[3,46],[4,46],[4,47],[3,47],[3,46]]]";

    [Fact]
    public void A_sound_feature_comes_out_as_written()
    {
        var read = One("""{"type":"Feature","id":7,"properties":{"nom":"L'Été","pop":12.50,"vide":null,"liste":[1, 2],"oui":true},"geometry":""" + Polygon(Square) + "}");
        (read.Index, read.Line, read.Id, read.Repairs.Count).ShouldBe((0, 1, "7", 0));
        read.Geometry.AsText().ShouldBe("POLYGON ((3 46, 4 46, 4 47, 3 47, 3 46))");
        read.Properties.ShouldBe(new Dictionary<string, string> { ["nom"] = "L'Été", ["pop"] = "12.50", ["liste"] = "[1, 2]", ["oui"] = "true" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("[[[3,46],[4,46],[4,47],[3,47]]]", "geo.note.closed")]
    [InlineData("[[[3,46],[3,47],[4,47],[4,46],[3,46]]]", "geo.note.turned")]
    [InlineData("[[[3,46],[4,46],[4,46],[4,46],[4,47],[3,47],[3,46]]]", "geo.note.repeats")]
    [InlineData("[[[3,46],[4,46],[4,47],[3,47],[3,46]],[]]", "geo.note.hole-dropped")]
    [InlineData("[[[3,46],[4,46],[4,47],[3,47],[3,46]],[[3.1,46.1],[3.2,46.2],[3.1,46.1]]]", "geo.note.hole-dropped")]
    public void A_ring_is_mended_and_the_repair_is_told(string coordinates, string note)
    {
        var read = One(Feature(Polygon(coordinates)));
        read.Repairs.ShouldHaveSingleItem().TextKey.ShouldBe(note);
        read.Geometry.AsText().ShouldBe("POLYGON ((3 46, 4 46, 4 47, 3 47, 3 46))");
    }

    [Fact]
    public void A_bow_tie_becomes_its_two_wings()
    {
        var read = One(Feature(Polygon("[[[3,46],[4,47],[4,46],[3,48],[3,46]]]")));
        read.Repairs.Select(r => r.TextKey).ShouldContain("geo.note.crossing");
        read.Geometry.IsValid.ShouldBeTrue();
        // Diagonals meet at x = 11/3, y = 140/3: wings of area (2)(2/3)/2 and (1)(1/3)/2.
        read.Geometry.Area.ShouldBe(2.0 / 3 + 1.0 / 6, 1e-9);
    }

    [Fact]
    public void Lambert_93_is_converted()
    {
        // The projection's own origin, 3° E 46.5° N at (700 000, 6 600 000): IGN, NT/G 71.
        var read = One(Feature("""{"type":"Point","coordinates":[700000,6600000]}"""));
        read.Geometry.Coordinate.X.ShouldBe(3, 1e-9);
        read.Geometry.Coordinate.Y.ShouldBe(46.5, 1e-8);
        read.Repairs.ShouldHaveSingleItem().TextKey.ShouldBe("geo.note.lambert93");
    }

    [Fact]
    public void Reversed_latitude_and_longitude_are_put_right_only_when_asked()
    {
        var feature = Feature("""{"type":"Point","coordinates":[46.5662,3.3327]}""");
        Refused(feature).TextKey.ShouldBe("geo.coordinates.reversed");
        var read = One(feature, new GeoReadOptions { PutReversedRight = true });
        (read.Geometry.Coordinate.X, read.Geometry.Coordinate.Y).ShouldBe((3.3327, 46.5662));
        read.Repairs.ShouldHaveSingleItem().TextKey.ShouldBe("geo.note.reversed");
    }

    [Theory]
    [InlineData(55.45, -20.88)]
    [InlineData(165.5, -21.3)]
    [InlineData(-61.55, 16.25)]
    [InlineData(-73.57, 45.5)] // Montréal: not expected, not reversed either
    public void Places_far_away_are_not_taken_for_reversed(double longitude, double latitude) =>
        One(Feature(FormattableString.Invariant($$"""{"type":"Point","coordinates":[{{longitude}},{{latitude}}]}"""))).Geometry.Coordinate.X.ShouldBe(longitude);
}
