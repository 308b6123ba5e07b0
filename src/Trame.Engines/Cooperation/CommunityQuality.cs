namespace Trame.Engines.Cooperation;

/// <summary>What makes a good division into communities. A_ij weight of a tie, k strength, m total weight, n_c nodes, γ resolution.</summary>
public enum CommunityQuality
{
    /// <summary>Share of the ties inside less what chance would put there: 1/2m Σ(A_ij − γ k_i k_j / 2m) (Newman and Girvan 2004; directed: Leicht and Newman 2008). At most 1.</summary>
    Modularity,

    /// <summary>The same sum without 1/2m (Reichardt and Bornholdt 2006): same best division, a value that grows with the network.</summary>
    ReichardtBornholdt,

    /// <summary>Constant Potts model, Σ(A_ij − γ) over ordered pairs inside (Traag, Van Dooren and Nesterov 2011): no limit of resolution, γ is the density a community exceeds.</summary>
    Cpm,
}
