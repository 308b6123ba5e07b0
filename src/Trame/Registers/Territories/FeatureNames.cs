using System.Globalization;
using NetTopologySuite.Geometries;
using Trame.Foundation.Geo;

namespace Trame.Registers.Territories;

/// <summary>The code and the name of a feature, whatever its properties are called: those of IGN, INSEE, ANCT, Statbel and of most open-data portals.</summary>
internal sealed class FeatureNames(GeoFeature feature, string? codeProperty = null)
{
    private static readonly string[] Codes =
    [
        "nis5", "code_nis", "refnis", "cd_munty_refnis", "code_iris", "dcomiris", "iris", "code_qp", "code_qpv", "qp", "code_insee", "insee_com", "insee", "codgeo", "code_commune", "code", "com", "id",
    ];

    private static readonly string[] Names = ["nom", "name", "nom_com", "nom_iris", "lib_iris", "libiris", "nom_qp", "lib_qp", "nom_quartier", "libelle", "libgeo", "tx_munty_descr_fr", "nom_commune", "label"];
    private static readonly string[] Holders = ["insee_com", "code_insee", "code_commune", "depcom", "com", "insee", "nis5"];
    private readonly Dictionary<string, string> _said = feature.Properties.GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Value.Trim(), StringComparer.OrdinalIgnoreCase);

    public string? Code => codeProperty is not null ? First([codeProperty]) : First(Codes) ?? feature.Id;

    public string? Name => First(Names);

    public int? Population => int.TryParse(First(["population", "pop", "habitants"]), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null;

    /// <summary>What kind of code it is: nis5 when the property says so, iris for nine digits, qpv for QP or QN and the rest, else insee for a commune.</summary>
    public string Scheme => _said.Keys.Any(k => k.Contains("nis", StringComparison.OrdinalIgnoreCase)) ? "nis5" : "insee";

    public string NeighbourhoodScheme => Code switch
    {
        { Length: 9 } iris when iris.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(iris[^1]) => "iris",
        { Length: 8 } qpv when qpv.StartsWith('Q') => "qpv",
        _ => "quartier",
    };

    /// <summary>The commune it says it is in; the first five characters of an IRIS code are its commune.</summary>
    public string? CommuneCode => First(Holders) is { Length: 5 } said ? said : NeighbourhoodScheme == "iris" ? Code![..5] : null;

    /// <summary>The centroid, or a point inside when the centroid falls outside (a crescent).</summary>
    public static GeoPoint Middle(Geometry geometry)
    {
        var centre = geometry.Centroid;
        var inside = geometry.Covers(centre) ? centre : geometry.InteriorPoint;
        return new GeoPoint(Math.Round(inside.X, 6), Math.Round(inside.Y, 6));
    }

    private string? First(IEnumerable<string> properties) => properties.Select(p => _said.GetValueOrDefault(p)).FirstOrDefault(v => !string.IsNullOrEmpty(v));
}
