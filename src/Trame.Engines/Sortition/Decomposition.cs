namespace Trame.Engines.Sortition;

/// <summary>Writes expected counts per kind as a mixture of panels, or proves that no mixture has them by an inequality that all panels satisfy.</summary>
/// <remarks>Wolfe's nearest-point algorithm; its direction, the difference between target and mixture, prices the next panel. A heuristic panel that brings the mixture nearer is enough; the exact search only answers when heuristics find none.</remarks>
/// <param name="pool">The kinds.</param>
/// <param name="exact">The mixture has the target when no person's probability is farther from it than this.</param>
internal sealed class Decomposition(TypedPool pool, double exact)
{
    private const double Share = 0.1;
    private const double Nearer = 1e-7;
    private const double Anything = -1e9; // the worth of any panel is more

    private readonly IReadOnlyList<TypedPool.Kind> _kinds = pool.Kinds;
    private readonly WholeProgram _panels = new(new PanelRows(pool).Linear(), pool.Kinds.Count);
    private readonly PanelWalk _walk = new(pool);
    private readonly List<(int Kind, int Count)[]> _met = [];

    public Corral Corral { get; } = new([.. pool.Kinds.Select(k => (double)k.People.Count)]);

    public int Rounds { get; private set; }

    /// <summary>The largest difference between a person's probability in the mixture and in the target.</summary>
    public double Distance { get; private set; }

    public int ExactSearches { get; private set; }

    /// <summary>Every panel found, also those that the mixture left again.</summary>
    public IReadOnlyList<(int Kind, int Count)[]> Met => _met;

    /// <param name="target">Expected members of each kind.</param>
    /// <param name="floor">Enough when everyone has this probability, whatever the rest of the target; 1 or more: never enough.</param>
    /// <param name="progress">Told the number of panels and the distance, round after round.</param>
    /// <param name="limit">Ends the approach where it is, once there is a panel.</param>
    /// <param name="stop">Ends it even before.</param>
    /// <returns>Null when the corral's mixture has the target, or enough of it, or the time is over; otherwise a valid inequality that the target violates.</returns>
    public PanelCut? Approach(double[] target, double floor, Action<int, double>? progress, CancellationToken limit, CancellationToken stop)
    {
        Corral.Aim(target);
        var direction = new double[_kinds.Count];
        while (!(Corral.Count > 0 ? limit : stop).IsCancellationRequested)
        {
            double largest = 0, squared = 0, here = 0, least = 1;
            for (var t = 0; t < direction.Length; t++)
            {
                direction[t] = (target[t] - Corral.Mean[t]) / _kinds[t].People.Count;
                largest = Math.Max(largest, Math.Abs(direction[t]));
                least = Math.Min(least, Corral.Mean[t] / _kinds[t].People.Count);
            }
            Distance = largest;
            if (Corral.Count > 0 && (largest <= exact || least >= floor)) return null;
            for (var t = 0; t < direction.Length; t++)
            {
                direction[t] /= largest;
                squared += direction[t] * direction[t] * _kinds[t].People.Count * largest;
                here += direction[t] * Corral.Mean[t];
            }
            Rounds++;
            progress?.Invoke(Corral.Count, largest);
            var (panel, cut) = Corral.Count > 0 ? Next(direction, here, squared, limit) : (First(direction, stop), null);
            if (panel is null) return cut;
            _met.Add([.. panel.Select((count, kind) => (kind, count)).Where(e => e.count > 0)]);
            if (!Corral.Add(_met[^1])) return null; // rounding errors: nothing nearer can be told apart
        }
        return null;
    }

    /// <summary>A panel that brings the mixture nearer, or the inequality that says that none does.</summary>
    /// <remarks>The direction goes from the mixture, worth <paramref name="here"/> in it, to the target, worth <paramref name="missing"/> more: if the target is a mixture of panels, one of them is worth as much.</remarks>
    private (int[]? Panel, PanelCut? Cut) Next(double[] direction, double here, double missing, CancellationToken stop)
    {
        var enough = here + Share * missing;
        if (Walked(direction, enough, stop) is { } met) return (met, null);
        var found = _panels.Best(direction, here + Share * missing, 0.6, 4 * pool.Rows.Count, stop);
        if (found.Point is not null) return (found.Point, null);
        ExactSearches++;
        if (!found.Proved) found = _panels.Best(direction, here + Share * missing, 0, int.MaxValue, stop);
        if (found.Point is not null || !found.Proved) return (found.Point, null);
        found = _panels.Best(direction, here + Nearer * missing, 1, int.MaxValue, stop);
        if (found.Point is not null || !found.Proved) return (found.Point, null);
        return (null, Cut(direction));
    }

    // The nearest mixture: its panels are worth the most. Weights as small as the errors of the target would upset the programs that take the inequality in:
    // they are left out, and every panel still satisfies it.
    private PanelCut Cut(double[] direction)
    {
        var most = Corral.Panels.Max(panel => panel.Sum(e => e.Count * direction[e.Kind]));
        var left = direction.Index().Where(d => Math.Abs(d.Item) < exact).ToList();
        var weights = (double[])direction.Clone();
        foreach (var (kind, _) in left) weights[kind] = 0;
        return new(weights, most + exact / 10 + left.Sum(d => Math.Abs(d.Item) * _kinds[d.Index].Most));
    }

    /// <summary>Any panel: the walk meets one where quotas are many, branch and bound proves that there is none; each in turn gets longer.</summary>
    private int[]? First(double[] direction, CancellationToken stop)
    {
        for (var nodes = 200; ; nodes = Math.Min(nodes, int.MaxValue / 2) * 2)
        {
            if (Walked(direction, Anything, stop) is { } met) return met;
            var (panel, proved) = _panels.Best(direction, Anything, 0, nodes, stop);
            if (panel is not null || proved || stop.IsCancellationRequested) return panel;
        }
    }

    private int[]? Walked(double[] direction, double above, CancellationToken stop) =>
        _panels.Relaxed(direction) is { Point.IsEmpty: false } relaxed && relaxed.Bound > above ? _walk.Find(direction, relaxed.Point.Span, above, stop) : null;
}
