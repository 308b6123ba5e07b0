using System.Text;
using Trame.Foundation.Geo;
using static Trame.Tests.Foundation.Geo.GeoJson;

namespace Trame.Tests.Foundation.Geo;

public sealed partial class GeoJsonReaderTests
{
    [Theory]
    [InlineData("""{"type":"Point","coordinates":[46.5,3.3]}""", "geo.coordinates.reversed", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":[-21.3,165.5]}""", "geo.coordinates.reversed", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":[6600000,700000]}""", "geo.coordinates.reversed", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":[500000,4649776]}""", "geo.coordinates.outside", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":[3,1e999]}""", "geo.coordinates.not-finite", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":["3","46"]}""", "geo.coordinates.not-a-number", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":[3]}""", "geo.coordinates.pair", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "geo.coordinates.pair", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Point","coordinates":[[3,46]]}""", "geo.coordinates.nesting", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Polygon","coordinates":[[[3,46],[4,null],[4,47]]]}""", "geo.coordinates.not-a-number", "features[0].geometry.coordinates[0][1]")]
    [InlineData("""{"type":"Polygon","coordinates":[[3,46],[4,46]]}""", "geo.coordinates.nesting", "features[0].geometry.coordinates[0][0]")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "geo.feature.empty", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[[[3,46],[4,46],[4,47],[3,46]]],[]]}""", "geo.ring.empty", "features[0].geometry.coordinates[1]")]
    [InlineData("""{"type":"Polygon","coordinates":[[[3,46],[4,46],[3,46]]]}""", "geo.ring.too-short", "features[0].geometry.coordinates[0]")]
    [InlineData("""{"type":"Polygon","coordinates":[[[3,46],[4,46],[5,46],[3,46]]]}""", "geo.ring.flat", "features[0].geometry.coordinates[0]")]
    [InlineData("""{"type":"LineString","coordinates":[[3,46],[3,46]]}""", "geo.line.too-short", "features[0].geometry.coordinates")]
    [InlineData("""{"type":"Circle","coordinates":[3,46]}""", "geo.geometry.type", "features[0].geometry")]
    [InlineData("""{"type":"Point"}""", "geo.geometry.no-coordinates", "features[0].geometry")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,46]},{"type":"Point","coordinates":[3]}]}""", "geo.coordinates.pair", "features[0].geometry.geometries[1].coordinates")]
    [InlineData("null", "geo.feature.no-geometry", "features[0]")]
    public void A_broken_feature_says_what_and_where(string geometry, string key, string path)
    {
        var error = Refused(Feature(geometry));
        (error.TextKey, error.Path).ShouldBe((key, path));
    }

    [Fact]
    public void A_broken_feature_does_not_stop_the_others_and_gives_its_line()
    {
        var point = Feature("""{"type":"Point","coordinates":[3,46]}""");
        var broken = Feature("{\"type\":\"LineString\",\n\"coordinates\":[[3,46],\n[3,\"x\"]]}");
        var items = Read(Collection(point, "12", broken, point));
        items.Select(i => (i.GetType().Name, i.Feature, i.Line)).ShouldBe([("GeoFeature", 0, 1), ("GeoError", 1, 2), ("GeoError", 2, 5), ("GeoFeature", 3, 6)]);
        ((GeoError)items[2]).Args.Take(2).ShouldBe([5, 3]);
    }

    [Theory]
    [InlineData("", "geo.file.empty", 1)]
    [InlineData("[]", "geo.file.not-geojson", 1)]
    [InlineData("""{"a":1}""", "geo.file.not-geojson", 1)]
    [InlineData("code;nom", "geo.file.malformed", 1)]
    [InlineData("""{"\ud800":1,"type":"\udfff","features":[""", "geo.file.cut", 1)]
    [InlineData("""{"features":[],"\ud800":2""", "geo.file.cut", 1)]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[],\n}", "geo.file.malformed", 3)]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[", "geo.file.cut", 2)]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\",\n\"x\":NaN}]}", "geo.file.nan", 3)]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\",\n\"x\":-Infinity}]}", "geo.file.nan", 3)]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[],\"features\":[]}", "geo.file.features-twice", 2)]
    [InlineData("{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::31370\"}},\"features\":[]}", "geo.file.crs", 1)]
    [InlineData("{\"features\":[],\n\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}}}", "geo.file.crs", 1)]
    public void A_broken_file_ends_with_one_sentence_about_it(string file, string key, int line)
    {
        var error = Read(file).ShouldHaveSingleItem().ShouldBeOfType<GeoError>();
        (error.TextKey, error.Feature, error.Line).ShouldBe((key, GeoItem.WholeFile, line));
    }

    [Fact]
    public void Text_after_the_end_is_refused_but_what_was_read_is_kept()
    {
        var items = Read(Collection(Feature("""{"type":"Point","coordinates":[3,46]}""")) + "\n{}");
        items.Select(i => i.GetType().Name).ShouldBe(["GeoFeature", "GeoError"]);
        ((GeoError)items[1]).TextKey.ShouldBe("geo.file.malformed");
    }

    [Fact]
    public void A_depth_bomb_is_refused() =>
        Read("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":""" + new string('[', 100_000)).ShouldHaveSingleItem()
            .ShouldBeOfType<GeoError>().TextKey.ShouldBe("geo.file.too-deep");

    [Fact]
    public void A_feature_past_the_limit_is_refused()
    {
        var big = Feature("""{"type":"Point","coordinates":[3,46]}""", $$"""{"a":"{{new string('x', 200_000)}}"}""");
        Read(Collection(big), new GeoReadOptions { MaxFeatureBytes = 100_000 }).ShouldHaveSingleItem().ShouldBeOfType<GeoError>().TextKey.ShouldBe("geo.file.feature-too-long");
        Read(Collection(big)).ShouldHaveSingleItem().ShouldBeOfType<GeoFeature>();
    }

    [Fact]
    public void Utf_8_with_a_mark_is_read_and_other_encodings_are_refused()
    {
        var json = Collection(Feature("""{"type":"Point","coordinates":[3,46]}""", """{"nom":"Forêt"}"""));
        Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)]).ShouldHaveSingleItem().ShouldBeOfType<GeoFeature>().Properties["nom"].ShouldBe("Forêt");
        Refusal([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(json)]).ShouldBe("geo.file.utf16");
        Refusal(Encoding.BigEndianUnicode.GetBytes(json)).ShouldBe("geo.file.utf16");
        Refusal(Encoding.Latin1.GetBytes(json)).ShouldBe("geo.file.not-utf8");

        static string Refusal(byte[] bytes) => Read(bytes).ShouldHaveSingleItem().ShouldBeOfType<GeoError>().TextKey;
    }

    [Fact]
    public void A_harmless_crs_is_told_once_wherever_it_stands()
    {
        const string crs = """ "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}} """;
        var filler = new string('x', 300_000); // longer than the window: the head of the file is read more than once
        Read($$"""{"type":"FeatureCollection",{{crs}},"name":"{{filler}}","features":[]}""").ShouldHaveSingleItem().ShouldBeOfType<GeoNote>().TextKey.ShouldBe("geo.note.crs");
        Read($$"""{"features":[],{{crs}}}""").ShouldHaveSingleItem().ShouldBeOfType<GeoNote>().Feature.ShouldBe(GeoItem.WholeFile);
    }
}
