namespace Trame.Engines.Indicators;

/// <summary>Who weighs what.</summary>
public enum WeightRule
{
    /// <summary>All the same.</summary>
    Equal,

    /// <summary>As the spec says.</summary>
    Given,

    /// <summary>Loadings of the first principal component of the correlations, without those that contradict their direction, brought to a sum of 1.</summary>
    Pca,

    /// <summary>The first principal component itself, signs included: Σ loading · z (as in FDep). Aggregation is arithmetic by definition.</summary>
    FirstComponent,

    /// <summary>Each unit gets the weights that suit it best, such that nobody passes 1 with them (data envelopment, « benefit of the doubt »: Cherchye and others 2007). Aggregation is arithmetic by definition.</summary>
    Envelopment,
}
