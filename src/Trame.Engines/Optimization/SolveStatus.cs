namespace Trame.Engines.Optimization;

/// <summary>How a search ended. Only the first three are proved answers; the others say which limit was met first.</summary>
public enum SolveStatus
{
    /// <summary>The best value, proved within the tolerances (and the gap asked for, with integers).</summary>
    Optimal,

    /// <summary>Nothing satisfies all rows and bounds.</summary>
    Infeasible,

    /// <summary>The objective can be improved without end.</summary>
    Unbounded,

    /// <summary>The time given was used.</summary>
    TimeLimit,

    /// <summary>The simplex iterations given were used.</summary>
    IterationLimit,

    /// <summary>The nodes given were explored.</summary>
    NodeLimit,

    /// <summary>The caller asked to stop.</summary>
    Cancelled,
}
