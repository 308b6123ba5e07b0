using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using Trame.Foundation.Geo;
using static Trame.Tests.Foundation.Geo.GeoJson;

namespace Trame.Tests.Foundation.Geo;

public sealed partial class GeoJsonReaderTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"type\"", "\"FeatureCollection\"", "\"features\"", "\"Feature\"", "\"geometry\"", "\"coordinates\"", "\"Polygon\"", "\"geometries\"",
        "\"GeometryCollection\"", "\"crs\"", "\"properties\"", "\"name\"", "3", "46.5", "-1e400", "null", "true", "\"\\ud800\"", "\"é\"", " ", "\n", "NaN",
    ];

    private static readonly string Sound = Collection(
        Feature(Polygon("[[[3,46],[4,46],[4,47],[3,47],[3,46]],[[3.2,46.2],[3.2,46.4],[3.4,46.4],[3.2,46.2]]]"), """{"code":"03190","nom":"Moulins é\u00e9"}"""),
        Feature("""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,46]},{"type":"MultiPolygon","coordinates":[[[[3,46],[4,46],[4,47],[3,46]]]]}]}"""),
        Feature("""{"type":"MultiLineString","coordinates":[[[3,46],[4,46]],[[3,46],[4,47]]]}"""));

    [Fact]
    public void Arbitrary_bytes_never_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => EndsWithUsableItems(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Arbitrary_pieces_of_GeoJSON_never_throw() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text => EndsWithUsableItems(Encoding.UTF8.GetBytes(text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void A_sound_file_with_a_spoilt_stretch_never_throws()
    {
        var sound = Encoding.UTF8.GetBytes(Sound);
        var spoilt = from at in Gen.Choose(0, sound.Length - 1)
                     from length in Gen.Choose(0, 6)
                     from piece in Gen.Elements(Pieces)
                     from raw in Gen.Choose(0, 255)
                     from useRaw in Gen.Elements(true, false)
                     select (byte[])[.. sound[..at], .. useRaw ? [(byte)raw] : Encoding.UTF8.GetBytes(piece), .. sound[Math.Min(sound.Length, at + length)..]];
        Prop.ForAll(spoilt.ToArbitrary(), EndsWithUsableItems).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Fact]
    public void A_file_cut_anywhere_keeps_what_came_before_and_says_so()
    {
        var sound = Encoding.UTF8.GetBytes(Sound);
        for (var length = 1; length < sound.Length; length++)
        {
            var last = Read(sound[..length])[^1].ShouldBeOfType<GeoError>();
            last.Feature.ShouldBe(GeoItem.WholeFile, $"cut at {length}");
        }
    }

    [Fact]
    public void Rings_through_random_points_come_out_valid_or_refused()
    {
        var points = Gen.Choose(0, 8).Two().Select(p => (X: 3 + p.Item1 / 10.0, Y: 46 + p.Item2 / 10.0)).ListOf(12);
        Prop.ForAll(points.ToArbitrary(), ring =>
        {
            var text = string.Join(",", ring.Select(p => FormattableString.Invariant($"[{p.X},{p.Y}]")));
            return EndsWithUsableItems(Encoding.UTF8.GetBytes(Collection(Feature(Polygon($"[[{text}]]")))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static bool EndsWithUsableItems(byte[] bytes) => Read(bytes).All(item => item switch
    {
        GeoFeature feature => feature.Geometry.IsValid && !feature.Geometry.IsEmpty && new Envelope(-180, 180, -90, 90).Covers(feature.Geometry.EnvelopeInternal),
        GeoError error => GeoTexts.All.Contains(error.TextKey),
        GeoNote note => GeoTexts.All.Contains(note.TextKey),
        _ => false,
    });
}
