namespace Trame.Engines.Cooperation.Forms;

/// <summary>What a decision table says of some facts.</summary>
/// <param name="Found">The outcome; null when facts are missing, or when no line holds.</param>
/// <param name="Because">The answers that made the line hold, empty without an outcome.</param>
/// <param name="Possible">Outcomes that the known facts do not exclude, in the order of the table; the outcome alone when it is found, none when no line can hold.</param>
/// <param name="Missing">Questions to answer to decide: those left in the first line that may still hold.</param>
public sealed record Decision<T>(T? Found, IReadOnlyList<FactCondition> Because, IReadOnlyList<T> Possible, IReadOnlyList<RelationQuestion> Missing)
    where T : struct
{
    /// <summary>Reads a table in three values: a line holds when every condition does, is excluded when one is contradicted, else waits. A line decides only when all above are excluded. O(table).</summary>
    /// <remarks>An outcome that waits is also found when every line that may still hold bears it and one of them holds.</remarks>
    public static Decision<T> Of(IReadOnlyList<FormRule<T>> table, RelationFacts facts)
    {
        FormRule<T>[] left = [.. table.Where(rule => rule.Conditions.All(c => facts[c.Question] is not { } answer || answer == c.Answer))];
        var holds = Array.FindIndex(left, rule => rule.Conditions.All(c => facts[c.Question] is not null));
        var open = holds < 0 ? left : left[..(holds + 1)]; // what stands below a line that holds cannot decide
        T[] possible = [.. open.Select(rule => rule.Outcome).Distinct()];
        if (holds >= 0 && possible.Length == 1) return new(left[holds].Outcome, left[holds].Conditions, possible, []);
        return new(null, [], possible, open.Length == 0 ? [] : [.. open[0].Conditions.Where(c => facts[c.Question] is null).Select(c => c.Question)]);
    }
}
