namespace Trame.Engines.Cooperation.Forms;

/// <summary>The nine conditions, each partner apart. No total and no mean: a disagreement is shown, not averaged away (R10).</summary>
/// <param name="Lines">The nine conditions in their order.</param>
public sealed record ParityProfile(IReadOnlyList<ParityLine> Lines)
{
    /// <summary>Conditions on which partners diverge, most first.</summary>
    public IReadOnlyList<ParityLine> Divergences => [.. Lines.Where(l => l.Divergence > 0).OrderByDescending(l => l.Divergence)];

    /// <param name="partners">Each partner's answers; a condition it leaves out is not answered.</param>
    /// <exception cref="ArgumentException">Fewer than two partners.</exception>
    public static ParityProfile Of(IReadOnlyList<IReadOnlyDictionary<ParityCondition, ParityAnswer>> partners)
    {
        if (partners.Count < 2) throw new ArgumentException("Two partners at least are needed.", nameof(partners));
        return new([.. Enum.GetValues<ParityCondition>().Select(condition => new ParityLine(condition, [.. partners.Select(p => p.TryGetValue(condition, out var said) ? said : (ParityAnswer?)null)]))]);
    }
}
