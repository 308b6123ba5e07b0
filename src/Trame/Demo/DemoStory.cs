using System.Text.Json;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;

namespace Trame.Demo;

/// <summary>The written part of the demonstration's life (data/demo/moulins.json): named organisations and occasions, and what fills the villages.</summary>
internal sealed record DemoStory(IReadOnlyList<DemoStory.Body> Organisations, IReadOnlyList<DemoStory.Written> Occasions, IReadOnlyList<DemoStory.Filler> Fillers)
{
    public sealed record Body(string Key, string Kind, string Name, string Commune)
    {
        public OrganisationKind OrganisationKind => EnumWords.Read<OrganisationKind>(Kind);
    }

    public sealed record Written(string Kind, string Commune, string By, Dictionary<string, string> Values, double[] At, Rhythm? Held, string? Stopped, string[][]? Stops)
    {
        public OccasionKind OccasionKind => EnumWords.Read<OccasionKind>(Kind);
    }

    /// <summary>How often it was held: from when, which day of the week, every how many weeks, between how many people.</summary>
    public sealed record Rhythm(string From, int Weekday, int? Every, int[] People);

    public sealed record Filler(string Kind, string Name, string Type, int Every, Dictionary<string, string> Values, string[]? Hours, bool Weekly, int[]? People)
    {
        public OccasionKind OccasionKind => EnumWords.Read<OccasionKind>(Kind);
    }

    public static DemoStory Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "demo", "moulins.json"));
        return JsonSerializer.Deserialize<DemoStory>(file, Columns.Json)!;
    }
}
