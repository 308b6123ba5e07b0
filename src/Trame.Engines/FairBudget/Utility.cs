namespace Trame.Engines.FairBudget;

/// <summary>What a funded project is worth to a voter whose ballot names it. Additive: an outcome is worth the sum of its projects.</summary>
public enum Utility
{
    /// <summary>Its cost, whatever the kind of ballot: money well spent. A vote is a vote, its points or rank do not count (pabutools Cost_Sat; the tool of equalshares.net).</summary>
    Cost,

    /// <summary>One, whatever the kind of ballot: a project is a project (pabutools Cardinality_Sat).</summary>
    Cardinality,

    /// <summary>Its points on a cumulative or scoring ballot (Additive_Cardinal_Sat); on an ordinal ballot of k projects, k - 1 for the first down to 0 for the last
    /// (Additive_Borda_Sat); 1 on an approval ballot. What gets no positive points is not supported.</summary>
    Score,
}
