using Trame.Deliberate.Debates;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Opinions;

/// <summary>A ballot on paper, typed by hand. Holds: it counts once two entries say the same, and once only.</summary>
public sealed class OpinionSheet : IVersioned
{
    public const int MostNumber = 9_999;

    private OpinionSheet() { }

    public OpinionSheet(Guid debateId, int number) => (DebateId, Number) = (debateId, number);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DebateId { get; private set; }
    public int Number { get; private set; }
    public List<List<SheetVote>> Entries { get; private set; } = [];

    /// <summary>The voice that it became.</summary>
    public int? Voter { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Adds an entry.</summary>
    /// <returns>The statements on which it differs from the one before, when no two agree yet; empty when this is the first, or two agree.</returns>
    public Outcome<IReadOnlyList<int>> Type(IReadOnlyList<SheetVote> votes)
    {
        if (Voter is not null) return new Refusal("opinions.sheet.counted", "Number", $"{Number}");
        var typed = TypedTwice.Add(Entries, [.. votes.OrderBy(v => v.Statement)], new("opinions.sheet.too-many", "Number", $"{Number}"));
        if (!typed.Accepted) return typed.Plain;
        (Entries, Agreed) = (typed.Value.Entries, typed.Value.Agreed);
        return typed.Value.Differs.Select(v => v.Statement).Distinct().Order().ToList();
    }

    /// <summary>Two entries say the same, as of the last one.</summary>
    public bool Agreed { get; private set; }

    public void Become(int voter) => Voter = voter;
}
