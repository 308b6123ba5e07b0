using System.Text.Json;
using Trame.Foundation.Data;

namespace Trame.Demo;

/// <summary>The written part of what projects look for and receive, and of the contracts (data/demo/faire.json).</summary>
internal sealed record DemoLife(IReadOnlyList<DemoLife.Told> Projects, IReadOnlyList<DemoLife.Signed> Contracts)
{
    /// <param name="Lines">Kind, what, day, done, cents.</param>
    /// <param name="Ties">Kind, name of an occasion.</param>
    public sealed record Told(string Name, IReadOnlyList<Looked> Wants, IReadOnlyList<JsonElement[]> Lines, IReadOnlyList<string[]> Ties);

    /// <param name="Came">Promised, given, channel.</param>
    public sealed record Looked(string Kind, string What, long Quantity, IReadOnlyList<JsonElement[]> Came);

    /// <param name="Clauses">Side, kind, what, quantity, day, proof.</param>
    /// <param name="Signatures">Side, quality, day, channel, where the paper is.</param>
    /// <param name="Evidence">Number of the clause, what, day, quantity.</param>
    /// <param name="Amendment">A clause more, offered to sign.</param>
    /// <param name="Reviews">Day, note.</param>
    /// <param name="Breaches">Number of the clause, day, what, day of the circle, what it agreed.</param>
    public sealed record Signed(string Name, string Project, string First, string Second, string Purpose, string StartsOn, string EndsOn, IReadOnlyList<string> ReviewsOn, IReadOnlyList<JsonElement[]> Clauses,
        [property: System.Text.Json.Serialization.JsonPropertyName("signed")] IReadOnlyList<string[]> Signatures, IReadOnlyList<JsonElement[]> Evidence, JsonElement[]? Amendment, IReadOnlyList<string[]> SignedAgain, IReadOnlyList<string[]> Reviews, IReadOnlyList<JsonElement[]> Breaches);

    public static DemoLife Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "demo", "faire.json"));
        return JsonSerializer.Deserialize<DemoLife>(file, Columns.Json)!;
    }
}
