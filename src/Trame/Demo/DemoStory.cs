using System.Text.Json;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;

namespace Trame.Demo;

/// <summary>The written part of the demonstration's life (data/demo/moulins.json): named organisations and occasions, and what fills the villages.</summary>
internal sealed record DemoStory(IReadOnlyList<DemoStory.Body> Organisations, IReadOnlyList<DemoStory.Written> Occasions, IReadOnlyList<DemoStory.Suggested> Proposals, IReadOnlyList<DemoStory.Filler> Fillers)
{
    public sealed record Body(string Key, string Kind, string Name, string Commune)
    {
        public OrganisationKind OrganisationKind => EnumWords.Read<OrganisationKind>(Kind);
    }

    public sealed record Written(string Kind, string Commune, string By, Dictionary<string, string> Values, double[] At, Rhythm? Held, string? Stopped, string[][]? Stops, string? Stage, string? Done)
    {
        public OccasionKind OccasionKind => EnumWords.Read<OccasionKind>(Kind);
    }

    /// <summary>What somebody said so many days ago and nobody has answered yet: about an occasion, or a new one in a commune.</summary>
    public sealed record Suggested(string Kind, string? About, string? Commune, Dictionary<string, string> Values, string Source, string Channel, int Days);

    /// <summary>How often it was held: from when, which day of the week, every how many weeks, between how many people.</summary>
    public sealed record Rhythm(string From, int Weekday, int? Every, int[] People);

    /// <summary>What fills the villages. Also: other names of the same, each with its summary, so that no two neighbours tell the same.</summary>
    public sealed record Filler(string Kind, string Name, string[][]? Also, string Type, int Every, Dictionary<string, string> Values, string[]? Hours, bool Weekly, int[]? People)
    {
        public OccasionKind OccasionKind => EnumWords.Read<OccasionKind>(Kind);

        public int Ways => 1 + (Also?.Length ?? 0);

        public (string Name, string Summary) Told(int way) => way % Ways is var n and > 0 ? (Also![n - 1][0], Also[n - 1][1]) : (Name, Values["summary"]);
    }

    public static DemoStory Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "demo", "moulins.json"));
        return JsonSerializer.Deserialize<DemoStory>(file, Columns.Json)!;
    }
}
