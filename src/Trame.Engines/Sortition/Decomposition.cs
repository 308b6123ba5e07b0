namespace Trame.Engines.Sortition;

/// <summary>Writes expected counts per kind as a mixture of panels, or proves that no mixture has them by an inequality that all panels satisfy.</summary>
/// <remarks>Wolfe's nearest-point algorithm; its direction, the difference between target and mixture, prices the next panel. A heuristic panel that brings the mixture nearer is enough; the exact search only answers when heuristics find none.</remarks>
internal sealed class Decomposition(TypedPool pool)
{
    private const double Exact = 1e-9;
    private const double Share = 0.1;
    private const double Nearer = 1e-7;

    private readonly IReadOnlyList<TypedPool.Kind> _kinds = pool.Kinds;
    private readonly WholeProgram _panels = new(new PanelRows(pool).Linear(), pool.Kinds.Count);

    public Corral Corral { get; } = new(pool.Kinds);

    public int Rounds { get; private set; }

    /// <summary>The largest difference between a person's probability in the mixture and in the target.</summary>
    public double Distance { get; private set; }

    public int ExactSearches { get; private set; }

    /// <param name="target">Expected members of each kind.</param>
    /// <param name="floor">Enough when everyone has this probability, whatever the rest of the target; 1 or more: never enough.</param>
    /// <param name="progress">Told the number of panels and the distance, round after round.</param>
    /// <param name="stop">Ends the approach where it is.</param>
    /// <returns>Null when the corral's mixture has the target, or enough of it, or the time is over; otherwise a valid inequality that the target violates.</returns>
    public PanelCut? Approach(double[] target, double floor, Action<int, double>? progress, CancellationToken stop)
    {
        Corral.Aim(target);
        var direction = new double[_kinds.Count];
        while (!stop.IsCancellationRequested)
        {
            double largest = 0, squared = 0, here = 0, least = 1;
            for (var t = 0; t < direction.Length; t++)
            {
                direction[t] = (target[t] - Corral.Mean[t]) / _kinds[t].People.Count;
                largest = Math.Max(largest, Math.Abs(direction[t]));
                least = Math.Min(least, Corral.Mean[t] / _kinds[t].People.Count);
            }
            Distance = largest;
            if (Corral.Count > 0 && (largest <= Exact || least >= floor)) return null;
            for (var t = 0; t < direction.Length; t++)
            {
                direction[t] /= largest;
                squared += direction[t] * direction[t] * _kinds[t].People.Count * largest;
                here += direction[t] * Corral.Mean[t];
            }
            Rounds++;
            progress?.Invoke(Corral.Count, largest);
            var (panel, cut) = Next(direction, here, squared, stop);
            if (panel is null) return cut;
            if (!Corral.Add(panel)) return null; // rounding errors: nothing nearer can be told apart
        }
        return null;
    }

    /// <summary>A panel that brings the mixture nearer, or the inequality that says that none does.</summary>
    /// <remarks>The direction goes from the mixture, worth <paramref name="here"/> in it, to the target, worth <paramref name="missing"/> more: if the target is a mixture of panels, one of them is worth as much.</remarks>
    private (int[]? Panel, PanelCut? Cut) Next(double[] direction, double here, double missing, CancellationToken stop)
    {
        if (Corral.Count == 0) return (_panels.Best(direction, -1e9, 0, int.MaxValue, stop).Point, null);
        var found = _panels.Best(direction, here + Share * missing, 0.6, 4 * pool.Rows.Count, stop);
        if (found.Point is not null) return (found.Point, null);
        ExactSearches++;
        if (!found.Proved) found = _panels.Best(direction, here + Share * missing, 0, int.MaxValue, stop);
        if (found.Point is not null || !found.Proved) return (found.Point, null);
        found = _panels.Best(direction, here + Nearer * missing, 1, int.MaxValue, stop);
        if (found.Point is not null || !found.Proved) return (found.Point, null);
        return (null, new([.. direction], Corral.Panels.Max(panel => panel.Sum(e => e.Count * direction[e.Kind])))); // the nearest mixture: its panels are worth the most
    }
}
