namespace Trame.Engines.Cooperation.Forms;

/// <summary>One condition, partner by partner.</summary>
/// <param name="Condition">Which.</param>
/// <param name="Answers">In the order of the partners; null for who did not answer.</param>
public sealed record ParityLine(ParityCondition Condition, IReadOnlyList<ParityAnswer?> Answers)
{
    /// <summary>The least favourable answer: a condition holds only as far as the partner for whom it holds least. Null without answers.</summary>
    public ParityAnswer? Least => Answers.Min();

    /// <summary>Steps between the most and the least favourable answers, from 0 to 2; null with fewer than two answers.</summary>
    public int? Divergence => Answers.Count(a => a is not null) < 2 ? null : Answers.Max()!.Value - Answers.Min()!.Value;

    /// <summary>How many did not answer.</summary>
    public int Unanswered => Answers.Count(a => a is null);
}
