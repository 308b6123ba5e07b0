namespace Trame.Engines.Opportunities;

/// <summary>Bundles to propose, what they are worth, and how far from the best they can be.</summary>
/// <param name="Value">Σ of the bundles, of reciprocity and of fairness.</param>
/// <param name="Bound">No plan made of the same candidates is worth more.</param>
/// <param name="Proved">Whether the plan is proved best among the plans made of the same candidates.</param>
/// <param name="Guarantee">The ratio that the greedy start keeps by a theorem in this problem, or null when its conditions do not hold.</param>
/// <param name="Candidates">Bundles that were looked at.</param>
/// <param name="Bundles">By place or moment, then hour.</param>
/// <param name="Missing">Ranked by what each would unlock.</param>
/// <param name="Areas">By share covered, least first.</param>
/// <param name="Reciprocity">What reciprocity adds.</param>
/// <param name="GaveAndReceived">Resources used whose own need is covered.</param>
public sealed record OpportunityPlan(double Value, double Bound, bool Proved, double? Guarantee, int Candidates, IReadOnlyList<OpportunityBundle> Bundles, IReadOnlyList<MissingPiece> Missing,
    IReadOnlyList<AreaCoverage> Areas, double Reciprocity, int GaveAndReceived)
{
    /// <summary>(bound − value) / max(|bound|, 10⁻⁹), at least 0.</summary>
    public double Gap => Math.Max(0, Bound - Value) / Math.Max(Math.Abs(Bound), 1e-9);
}
