using System.Text.Json;
using Trame.Foundation.Data;

namespace Trame.Demo;

/// <summary>The written part of what people ask for and offer (data/demo/relier.json).</summary>
internal sealed record DemoMeetings(IReadOnlyList<DemoMeetings.Asked> Needs, IReadOnlyList<DemoMeetings.Offered> Offers, DemoMeetings.Life Held, DemoMeetings.Life Stopped)
{
    /// <param name="Count">So many people, around this point.</param>
    /// <param name="Slots">« 1a 3m » : Tuesday afternoon, Thursday morning.</param>
    public sealed record Asked(string Commune, string Kind, int Count, double[] At, string Slots, string About, IReadOnlyList<string> Ages, IReadOnlyList<string> Words, string? Brings);

    public sealed record Offered(string Commune, string Nature, string What, IReadOnlyList<string> Kinds, double[] At, string Slots, string About, string Wish, int? Seats, string? Given, string? Equipment);

    public sealed record Life(string? Commune, string? Place, string? Moment, string Kind, int Start, IReadOnlyList<string>? Notes, string? Note, string Learned);

    public static DemoMeetings Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "demo", "relier.json"));
        return JsonSerializer.Deserialize<DemoMeetings>(file, Columns.Json)!;
    }
}
