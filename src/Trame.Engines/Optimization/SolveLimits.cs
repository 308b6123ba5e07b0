namespace Trame.Engines.Optimization;

/// <summary>How much work a search may do. Reaching a limit is told in the status of the answer; it is never an exception.</summary>
/// <remarks>Without a time limit and a cancellation, an answer depends on the model only: the same model gives the same answer, bit for bit.</remarks>
public sealed record SolveLimits
{
    /// <summary>No limit at all.</summary>
    public static SolveLimits None { get; } = new();

    /// <summary>Time on <see cref="Clock"/>; null for no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The clock that <see cref="Time"/> is read on.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Simplex iterations, all linear programs of the search together.</summary>
    public long Iterations { get; init; } = long.MaxValue;

    /// <summary>Nodes of branch and bound.</summary>
    public long Nodes { get; init; } = long.MaxValue;

    /// <summary>Branch and bound stops when |objective − bound| ≤ this × max(1, |objective|).</summary>
    public double RelativeGap { get; init; } = 1e-9;

    /// <summary>Branch and bound stops when |objective − bound| ≤ this.</summary>
    public double AbsoluteGap { get; init; } = 1e-9;
}
