namespace Trame.Engines.Secrecy;

/// <summary>The auditor: what a reader who knows the sums, and that no figure is below zero, can deduce of each hidden cell.</summary>
/// <remarks>Two linear programs per cell (Fischetti and Salazar-González 2001, section 2), each started where the last one ended. Independent of how the pattern was found.</remarks>
public static class SuppressionAudit
{
    /// <summary>The feasible interval of every hidden cell.</summary>
    /// <param name="table">The table, or the linked tables.</param>
    /// <param name="primary">Numbers of the sensitive cells: they must be protected.</param>
    /// <param name="secondary">Numbers of the other hidden cells.</param>
    /// <param name="options">The protection asked for.</param>
    /// <param name="stop">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<FeasibleInterval> Of(DisclosureTable table, IReadOnlyCollection<int> primary, IReadOnlyCollection<int> secondary, SuppressionOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (sensitive, hidden) = (new bool[table.Cells.Count], new double[table.Cells.Count]);
        foreach (var i in primary) (sensitive[i], hidden[i]) = (true, 1);
        foreach (var i in secondary) hidden[i] = 1;
        var attack = new Attack(new SuppressionProblem(table, sensitive, options), hidden, Optimization.SolveLimits.None, stop);
        var intervals = new List<FeasibleInterval>();
        for (var i = 0; i < hidden.Length; i++)
        {
            if (hidden[i] > 0) intervals.Add(attack.Interval(i));
            stop.ThrowIfCancellationRequested();
        }

        return intervals;
    }
}
