using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class GeoJsonWriterTests
{
    [Fact]
    public void A_point_and_its_properties_are_written_to_six_decimals() =>
        Written(w => w.Write(new GeoPoint(3.33271234567, -46.5), new Dictionary<string, object?> { ["nom"] = "Café <b>", ["places"] = 12, ["ouvert"] = true, ["note"] = null, ["part"] = 0.25 }, "a"))
            .ShouldBe("""{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[3.332712,-46.5]},"properties":{"nom":"Caf\u00E9 \u003Cb\u003E","places":12,"ouvert":true,"note":null,"part":0.25}}]}""");

    [Fact]
    public void An_empty_collection_is_sound() => Written(_ => { }).ShouldBe("""{"type":"FeatureCollection","features":[]}""");

    [Theory]
    [InlineData("POLYGON ((3 46, 3 47, 4 47, 4 46, 3 46), (3.1 46.1, 3.2 46.1, 3.2 46.2, 3.1 46.1))", """{"type":"Polygon","coordinates":[[[3,46],[4,46],[4,47],[3,47],[3,46]],[[3.1,46.1],[3.2,46.2],[3.2,46.1],[3.1,46.1]]]}""")]
    [InlineData("GEOMETRYCOLLECTION (POINT (3 46), LINESTRING (3 46, 4 47))", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,46]},{"type":"LineString","coordinates":[[3,46],[4,47]]}]}""")]
    [InlineData("MULTIPOINT ((3 46), (4 47))", """{"type":"MultiPoint","coordinates":[[3,46],[4,47]]}""")]
    [InlineData("MULTILINESTRING ((3 46, 4 47), (5 48, 6 49))", """{"type":"MultiLineString","coordinates":[[[3,46],[4,47]],[[5,48],[6,49]]]}""")]
    [InlineData("MULTIPOLYGON (((3 46, 4 46, 4 47, 3 46)))", """{"type":"MultiPolygon","coordinates":[[[[3,46],[4,46],[4,47],[3,46]]]]}""")]
    [InlineData("POLYGON EMPTY", "null")]
    public void Each_kind_of_geometry_has_the_form_of_RFC_7946(string wkt, string geometry) =>
        Written(w => w.Write(new WKTReader().Read(wkt), [])).ShouldContain("\"geometry\":" + geometry + ",");

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var corners = Gen.Choose(-1_790_000, 1_700_000).SelectMany(x => Gen.Choose(-890_000, 800_000), (x, y) => (X: x / 10_000.0, Y: y / 10_000.0));
        var boxes = from c in corners from w in Gen.Choose(1, 9_000) from h in Gen.Choose(1, 9_000) select new Envelope(c.X, c.X + w / 1000.0, c.Y, c.Y + h / 1000.0);
        Prop.ForAll(boxes.ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(), (box, name) =>
        {
            var polygon = GeoFactory.Wgs84.ToGeometry(box);
            var text = Written(w => w.Write(polygon, [new("nom", name.Get)]));
            var back = GeoJson.Read(text, new GeoReadOptions { Expected = [] }).ShouldHaveSingleItem().ShouldBeOfType<GeoFeature>();
            return back.Repairs.Count == 0 && back.Geometry.Normalized().EqualsExact(polygon.Normalized(), 5.1e-7)
                && (back.Properties["nom"] == name.Get || !IsText(name.Get));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    // Half of a surrogate pair is no text: the writer replaces it.
    private static bool IsText(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static string Written(Action<GeoJsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new GeoJsonWriter(stream)) write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
