using System.Globalization;

namespace Trame.Registers.Territories;

/// <summary>Where communes are, for those whose centre is shipped with Trame (data/territories/*.csv: insee,name,longitude,latitude). The official list has no point.</summary>
public static class CommuneCentroids
{
    public const string Source = "Centre du contour communal, IGN Admin Express 2018 simplifié";

    public static IReadOnlyDictionary<string, (double Latitude, double Longitude)> Shipped()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "territories");
        var points = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return points;
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadLines(file);
            if (lines.FirstOrDefault() != "insee,name,longitude,latitude") continue;
            foreach (var cells in lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length == 4))
                points[cells[0]] = (double.Parse(cells[3], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture));
        }

        return points;
    }
}
