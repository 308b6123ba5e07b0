using System.Text.Json.Serialization;

namespace Trame.Registers.Territories;

/// <summary>An intercommunality as the official list writes it, with the communes that make it.</summary>
public sealed record CogIntercommunality(
    [property: JsonPropertyName("code")] string Siren,
    [property: JsonPropertyName("nom")] string OfficialName,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("populationMunicipale")] int? Population,
    [property: JsonPropertyName("membres")] IReadOnlyList<CogMember> Members)
{
    private static readonly (string Short, string Long)[] Forms =
    [
        ("CA ", "Communauté d’agglomération "), ("CC ", "Communauté de communes "), ("CU ", "Communauté urbaine "),
    ];

    /// <summary>The name as people say it: « CA Moulins Communauté » is Moulins Communauté, « CC du Pays de Gex » is Communauté de communes du Pays de Gex.</summary>
    public string Name
    {
        get
        {
            var (prefix, form) = Forms.FirstOrDefault(f => OfficialName.StartsWith(f.Short, StringComparison.Ordinal));
            if (prefix is null) return OfficialName;
            var rest = OfficialName[prefix.Length..];
            var speaksForItself = ((string[])["communauté", "agglo", "métropole", "interco"]).Any(w => rest.Contains(w, StringComparison.OrdinalIgnoreCase));
            return speaksForItself ? rest : form + rest;
        }
    }
}
