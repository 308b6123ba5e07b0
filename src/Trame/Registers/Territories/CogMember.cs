using System.Text.Json.Serialization;

namespace Trame.Registers.Territories;

/// <summary>A commune in its intercommunality.</summary>
public sealed record CogMember([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("nom")] string Name);
