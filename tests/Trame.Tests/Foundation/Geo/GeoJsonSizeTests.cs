using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

[Collection(Alone.Name)]
public sealed class GeoJsonSizeTests
{
    [Fact]
    public void Two_hundred_megabytes_are_read_within_a_few_of_memory()
    {
        var feature = GeoJson.Feature(GeoJson.Polygon("[[[3,46],[4,46],[4,47],[3,47],[3,46]]]"), $$"""{"x":"{{new string('y', 20_000)}}"}""");
        using var file = new WrittenAsRead([.. Enumerable.Repeat($"{feature},", 9_999).Prepend("""{"type":"FeatureCollection","features":["""), feature, "]}"]);
        var features = 0;
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        foreach (var item in GeoJsonReader.Read(file))
        {
            item.ShouldBeOfType<GeoFeature>();
            if (++features % 500 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        features.ShouldBe(10_000);
        file.Served.ShouldBeGreaterThan(200_000_000);
        most.ShouldBeLessThan(8L << 20);
    }
}
