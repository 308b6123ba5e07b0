namespace Trame.Engines.Optimization;

/// <summary>Which way the objective is pulled.</summary>
public enum Goal
{
    /// <summary>The smallest value.</summary>
    Minimise,

    /// <summary>The largest value.</summary>
    Maximise,
}
