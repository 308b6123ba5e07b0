using System.Text;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

/// <summary>Short ways to write and read GeoJSON in tests.</summary>
internal static class GeoJson
{
    public static List<GeoItem> Read(string json, GeoReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(json), options);

    public static List<GeoItem> Read(byte[] json, GeoReadOptions? options = null) => [.. GeoJsonReader.Read(new MemoryStream(json), options)];

    public static string Feature(string geometry, string properties = "{}") => $$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""";

    public static string Polygon(string coordinates) => $$"""{"type":"Polygon","coordinates":{{coordinates}}}""";

    public static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";

    public static GeoFeature One(string feature, GeoReadOptions? options = null) => Read(Collection(feature), options).ShouldHaveSingleItem().ShouldBeOfType<GeoFeature>();

    public static GeoError Refused(string feature) => Read(Collection(feature)).ShouldHaveSingleItem().ShouldBeOfType<GeoError>();
}
