namespace Trame.Engines.Cooperation;

/// <summary>The network of who works with whom, from what they did together.</summary>
/// <remarks>
/// An act of weight w and age d counts w · 2^(−d / half-life), which fades without a cliff. With k members each pair gets 1/(k − 1) of it (Newman 2001, "Scientific collaboration networks II"):
/// an act adds the same to the strength of each member whether two came or two hundred; counting pairs plainly would let one forum of two hundred outweigh a hundred agreements. O(Σ k²).
/// </remarks>
public static class CooperationProjection
{
    /// <param name="nodes">How many organisations and places.</param>
    /// <param name="facts">In any order.</param>
    /// <param name="halfLifeDays">Days after which an act counts half, above 0; infinite for no fading.</param>
    /// <param name="stop">Cancels between two facts.</param>
    /// <exception cref="ArgumentException">A member outside the network, an age or a weight that is negative or not a number, a half-life that is not above 0.</exception>
    public static Network Of(int nodes, IEnumerable<CooperationFact> facts, double halfLifeDays = 365, CancellationToken stop = default)
    {
        var ties = new List<Tie>();
        foreach (var fact in facts)
        {
            stop.ThrowIfCancellationRequested();
            int[] members = [.. fact.Members.Distinct()];
            var share = Faded(fact, halfLifeDays) / (members.Length - 1);
            for (var a = 0; a < members.Length; a++)
                for (var b = 0; b < a; b++) ties.Add(new(members[b], members[a], share));
        }

        return Network.Of(nodes, ties);
    }

    /// <summary>The directed network of referrals: from who sends to who receives, each fact having exactly those two members.</summary>
    /// <exception cref="ArgumentException">As above, or a fact without two members.</exception>
    public static Network OfReferrals(int nodes, IEnumerable<CooperationFact> facts, double halfLifeDays = 365) => Network.Of(nodes, [.. facts.Select(fact => fact.Members is [var from, var to] && from != to
        ? new Tie(from, to, Faded(fact, halfLifeDays)) : throw new ArgumentException("A referral has who sends and who receives.", nameof(facts)))], isDirected: true);

    private static double Faded(CooperationFact fact, double halfLife)
    {
        if (!(halfLife > 0)) throw new ArgumentException("A half-life is above 0.", nameof(halfLife));
        if (!(fact.Days >= 0 && double.IsFinite(fact.Days)) || !(fact.Weight >= 0 && double.IsFinite(fact.Weight))) throw new ArgumentException("An age and a weight are finite and at least 0.", nameof(fact));
        return fact.Weight * Math.Pow(2, -fact.Days / halfLife);
    }
}
