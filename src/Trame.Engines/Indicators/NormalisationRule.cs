namespace Trame.Engines.Indicators;

/// <summary>How values of different units are brought to one scale (OECD and JRC, Handbook on Constructing Composite Indicators, 2008, step 5).</summary>
public enum NormalisationRule
{
    /// <summary>Left as they are.</summary>
    None,

    /// <summary>(x − least) / (most − least).</summary>
    MinMax,

    /// <summary>(x − mean) / standard deviation (n − 1).</summary>
    ZScore,

    /// <summary>(rank − 1) / (n − 1), ties at their mean rank.</summary>
    Rank,

    /// <summary>(x − floor) / (target − floor), held in [0, 1].</summary>
    Target,

    /// <summary>−23 ln(1 − R(1 − e^(−100/23))), R = rank / n: spreads the highest tenth over half of 0 to 100 (English Indices of Deprivation, technical report).</summary>
    Exponential,
}
