using System.Text.Json;
using Trame.Foundation.Text;

namespace Trame.Observe.Practices;

/// <summary>The practices named by the source documents, shipped with Trame.</summary>
public sealed record PracticeList(IReadOnlyList<PracticeTheme> Themes, IReadOnlyList<Practice> Initiatives)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static PracticeList Shipped() => Read(FrenchSpacing.Hold(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "initiatives.json"))));

    /// <exception cref="JsonException">A practice lacks something: the file is ours, so this is a mistake of ours.</exception>
    public static PracticeList Read(string json) =>
        JsonSerializer.Deserialize<PracticeList>(json, Reading) ?? throw new JsonException("The file of practices is empty.");

    public IReadOnlyList<Practice> Find(string? typed, string? theme) =>
        [.. Initiatives.Where(p => (string.IsNullOrEmpty(theme) || p.Theme == theme) && p.Speaks(typed))];
}
