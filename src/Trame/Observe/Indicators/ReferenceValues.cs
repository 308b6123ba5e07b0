using System.Text.Json;
using Trame.Foundation.Text;

namespace Trame.Observe.Indicators;

/// <summary>The reference values shipped with Trame, in the order of their file. The same for every space; nobody writes them here.</summary>
public sealed record ReferenceValues(IReadOnlyList<ReferenceDocument> Documents, IReadOnlyList<ReferenceTheme> Themes, IReadOnlyList<ReferenceValue> Values)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static ReferenceValues Shipped() => Read(FrenchSpacing.Hold(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "reference-values.json"))));

    /// <exception cref="JsonException">A row lacks something that no row may lack: the file is ours, so this is a mistake of ours.</exception>
    public static ReferenceValues Read(string json) =>
        JsonSerializer.Deserialize<ReferenceValues>(json, Reading) ?? throw new JsonException("The file of reference values is empty.");

    public ReferenceValue? Named(string? key) => Values.FirstOrDefault(v => v.Key == key);

    public ReferenceDocument DocumentOf(ReferenceValue value) => Documents.First(d => d.Key == value.Document);

    public IReadOnlyList<ReferenceValue> Find(string? typed, string? theme) =>
        [.. Values.Where(v => (string.IsNullOrEmpty(theme) || v.Theme == theme) && v.Speaks(typed))];
}
