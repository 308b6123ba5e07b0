using System.Text.Json;
using NetTopologySuite.Geometries;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

/// <summary>The contours of every French commune (2018) and region, read as they are published.</summary>
public sealed class RealContoursTests
{
    [Fact]
    public void Every_department_reads_whole()
    {
        var files = Directory.GetFiles(Path.Combine(SharedGeoData.FolderOrSkip(), "communes_geojson"), "*.geojson");
        files.Length.ShouldBe(101);
        var features = 0;
        foreach (var file in files)
        {
            var items = ReadFile(file);
            items.OfType<GeoError>().Select(e => $"{Path.GetFileName(file)} {e.TextKey} {e.Path}").ShouldBeEmpty();
            items.OfType<GeoFeature>().ShouldAllBe(f => f.Properties["code"].Length == 5 && (f.Geometry is Polygon || f.Geometry is MultiPolygon));
            features += items.OfType<GeoFeature>().Count();
        }
        features.ShouldBe(35_357);
    }

    [Fact]
    public void Regions_read_with_their_old_crs_noted()
    {
        var items = ReadFile(Path.Combine(SharedGeoData.FolderOrSkip(), "geom_reg_anct.geojson"));
        items.OfType<GeoFeature>().Count().ShouldBe(18);
        items.Except(items.OfType<GeoFeature>()).ShouldHaveSingleItem().ShouldBeOfType<GeoNote>().TextKey.ShouldBe("geo.note.crs");
    }

    [Fact]
    public void Moulins_communaute_is_a_light_drawing_true_to_the_contours()
    {
        var contours = MoulinsCommunaute();
        contours.Count.ShouldBe(44);
        var simple = DisplayContours.Simplify([.. contours.Select(f => f.Geometry)], 150);
        simple.Sum(g => g.Area).ShouldBe(contours.Sum(f => f.Geometry.Area), 0.002 * contours.Sum(f => f.Geometry.Area));
        var drawing = SvgMap.Draw([.. contours.Zip(simple, (f, g) => new MapShape(f.Properties["code"], f.Properties["nom"], g))], [], new SvgFrame());
        drawing.Shapes.ShouldAllBe(s => s.Path.Length > 20);
        drawing.Shapes.Sum(s => s.Path.Length).ShouldBeLessThan(15_000);
    }

    [Fact]
    public void A_commune_is_found_from_its_own_middle_and_its_contour_survives_storage()
    {
        var contours = MoulinsCommunaute();
        var index = new TerritoryIndex(contours.Select(f => new TerritorySite(f.Properties["code"], Middle(f), f.Geometry)));
        foreach (var feature in contours)
        {
            index.Find(Middle(feature)).ShouldBe(new LocatedTerritory(feature.Properties["code"], false, 0));
            var back = ContourText.Decode(ContourText.Encode(feature.Geometry));
            NetTopologySuite.Algorithm.Distance.DiscreteHausdorffDistance.Distance(back, feature.Geometry).ShouldBeLessThan(1e-5);
        }
    }

    [Fact]
    public void The_shipped_list_of_Moulins_communaute_stands_inside_the_contours()
    {
        var index = new TerritoryIndex(MoulinsCommunaute().Select(f => new TerritorySite(f.Properties["code"], Middle(f), f.Geometry)));
        var rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "territories", "moulins-communaute.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        rows.Count.ShouldBe(44);
        foreach (var row in rows)
            index.Find(new(Number(row[2]), Number(row[3])))!.Code.ShouldBe(row[0]);

        static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static GeoPoint Middle(GeoFeature feature) => new(feature.Geometry.InteriorPoint.X, feature.Geometry.InteriorPoint.Y);

    private static List<GeoFeature> MoulinsCommunaute()
    {
        var folder = SharedGeoData.FolderOrSkip();
        using var epci = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "epci.json")));
        var codes = epci.RootElement.EnumerateArray().Single(e => e.GetProperty("code").GetString() == "200071140")
            .GetProperty("membres").EnumerateArray().Select(m => m.GetProperty("code").GetString()).ToHashSet();
        return [.. new[] { "communes-03-allier", "communes-58-nievre" } // two communes of Nièvre belong to it
            .SelectMany(name => ReadFile(Path.Combine(folder, "communes_geojson", name + ".geojson")))
            .OfType<GeoFeature>().Where(f => codes.Contains(f.Properties["code"]))];
    }

    private static List<GeoItem> ReadFile(string path)
    {
        using var stream = File.OpenRead(path);
        return [.. GeoJsonReader.Read(stream)];
    }
}
