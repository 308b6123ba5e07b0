using System.Text.Json.Serialization;

namespace Trame.Registers.Territories;

/// <summary>A commune as the official list writes it. The list also holds former communes: only <see cref="IsToday"/> ones are territories.</summary>
public sealed record CogCommune(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("nom")] string Name,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("zone")] string Zone,
    [property: JsonPropertyName("departement")] string Department,
    [property: JsonPropertyName("region")] string Region,
    [property: JsonPropertyName("siren")] string? Siren,
    [property: JsonPropertyName("codesPostaux")] IReadOnlyList<string>? PostalCodes,
    [property: JsonPropertyName("population")] int? Population)
{
    public bool IsToday => Type == "commune-actuelle";
}
