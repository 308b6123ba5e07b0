using System.Text.Json.Serialization;

namespace Trame.Registers.Territories;

/// <summary>A region or a department as the official list writes it.</summary>
public sealed record CogArea(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("nom")] string Name,
    [property: JsonPropertyName("region")] string? Region,
    [property: JsonPropertyName("zone")] string Zone);
