namespace Trame.Engines.Indicators.Costs;

/// <summary>How a hypothesis may be wrong.</summary>
public enum HypothesisLaw
{
    /// <summary>One value: a price that is known.</summary>
    Known,

    /// <summary>Anything between two values, alike.</summary>
    Uniform,

    /// <summary>Between two values, likeliest at a third.</summary>
    Triangular,

    /// <summary>The same, closer to the likeliest (beta law of PERT: Malcolm and others 1959).</summary>
    Pert,

    /// <summary>A positive amount; the two values are its 5 % and 95 % quantiles.</summary>
    LogNormal,
}
