namespace Trame.Engines.Optimization;

/// <summary>The answer to a program with integer columns: the best point found and how good a better one could still be.</summary>
public sealed record IntegerSolution
{
    /// <summary>How the search ended; <see cref="SolveStatus.Optimal"/> means within the gap asked for.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>The best point found, one value per column, integer columns exactly whole; null when none was.</summary>
    public required IReadOnlyList<double>? Values { get; init; }

    /// <summary>The objective at <see cref="Values"/>; NaN when there is none.</summary>
    public required double Objective { get; init; }

    /// <summary>No point can be better than this. Equal to <see cref="Objective"/> when optimal, within the gap asked for.</summary>
    public required double Bound { get; init; }

    /// <summary>|objective − bound|; infinite without a point.</summary>
    public double Gap => Values is null ? double.PositiveInfinity : Math.Abs(Objective - Bound);

    /// <summary>Nodes explored, the root included.</summary>
    public required long Nodes { get; init; }

    /// <summary>Simplex iterations, all nodes together.</summary>
    public required long Iterations { get; init; }
}
