using Trame.Foundation.Data;

namespace Trame.Deliberate.Debates;

/// <summary>A sheet of paper that is typed, and typed again: it counts once any two entries say the same. Maps of opinions and budgets type theirs by this one rule.</summary>
public static class TypedTwice
{
    private const int MostEntries = 6;

    /// <param name="Entries">All entries, the new one last.</param>
    /// <param name="Agreed">Two say the same.</param>
    /// <param name="Differs">Lines on which the new one differs from the one before, when no two agree yet.</param>
    public sealed record Typed<T>(List<List<T>> Entries, bool Agreed, IReadOnlyList<T> Differs);

    /// <param name="entries">Those that came before.</param>
    /// <param name="typed">The new one, in an order that is always the same.</param>
    /// <param name="tooMany">What to say to who goes on typing a sheet on which no two entries agree.</param>
    public static Outcome<Typed<T>> Add<T>(List<List<T>> entries, List<T> typed, Refusal tooMany) where T : IEquatable<T>
    {
        if (entries.Count >= MostEntries) return tooMany;
        var agreed = entries.Any(e => e.SequenceEqual(typed));
        var before = entries.Count > 0 ? entries[^1] : null;
        return new Typed<T>([.. entries, typed], agreed, agreed || before is null ? [] : [.. before.Except(typed).Concat(typed.Except(before))]);
    }
}
