namespace Trame.Engines.Sortition;

/// <summary>How the lottery over panels is chosen.</summary>
public enum SelectionRule
{
    /// <summary>The smallest probability is as large as possible, then the second smallest, and so on (Flanigan et al. 2021).</summary>
    Leximin,

    /// <summary>The smallest probability is as large as possible; the others are whatever comes.</summary>
    Maximin,

    /// <summary>The product of the probabilities is as large as possible.</summary>
    Nash,

    /// <summary>Seat by seat, the most urgent value first: nothing is guaranteed; for comparison.</summary>
    Legacy,
}
