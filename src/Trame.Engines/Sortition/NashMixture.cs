namespace Trame.Engines.Sortition;

/// <summary>The mixture of greatest product of probabilities, found from the panels themselves: where the relaxation and its inequalities can no longer tell probabilities apart.</summary>
/// <remarks>
/// Newton's method on max Σₜ nₜ ln zₜ over mixtures of the panels met: the quadratic model at z is, but for its sign and a constant, the squared distance Σₜ nₜ(yₜ − 2zₜ)²/(2zₜ²), whose nearest
/// mixture Wolfe's algorithm finds. The next panel is the one worth most at the prices nₜ/zₜ. When none is worth more than the number of people who can be drawn, z is the optimum of all
/// lotteries (Karush-Kuhn-Tucker; Flanigan et al. 2021, supplementary information).
/// </remarks>
/// <param name="pool">The kinds.</param>
/// <param name="met">Panels to begin with; those that are found join them.</param>
internal sealed class NashMixture(TypedPool pool, List<(int Kind, int Count)[]> met)
{
    private const double Tolerance = 1e-9; // of the number of people: probabilities are then exact to about as much
    private const int NewtonSteps = 60;

    private readonly WholeProgram _panels = new(new PanelRows(pool).Linear(), pool.Kinds.Count);
    private readonly double[] _mean = new double[pool.Kinds.Count];
    private double[] _weights = [];

    /// <summary>Panels of the mixture and their weights, of sum 1.</summary>
    public (IReadOnlyList<(int Kind, int Count)[]> Panels, IReadOnlyList<double> Weights) Found
    {
        get
        {
            var used = _weights.Index().Where(w => w.Item > 0).ToList();
            return ([.. used.Select(w => met[w.Index])], [.. used.Select(w => w.Item)]);
        }
    }

    /// <summary>Expected members of each kind.</summary>
    public double[] Mean => _mean;

    /// <returns>True when the mixture is proved to be the best of all lotteries.</returns>
    public bool Solve(CancellationToken stop)
    {
        if (!Cover(stop)) return false;
        while (!stop.IsCancellationRequested)
        {
            for (var step = 0; step < NewtonSteps && Improve(); step++) { }
            var (prices, people) = Prices();
            var (panel, proved) = _panels.Best(prices, people * (1 + Tolerance), 1, int.MaxValue, stop);
            if (panel is null) return proved;
            if (!Take(panel)) return false; // rounding errors: it is there already
        }
        return false;
    }

    /// <summary>Everyone who can be drawn is in some panel, with a weight to start from.</summary>
    private bool Cover(CancellationToken stop)
    {
        var covered = met.SelectMany(p => p.Select(e => e.Kind)).ToHashSet();
        for (var kind = 0; kind < pool.Kinds.Count; kind++)
        {
            if (covered.Contains(kind)) continue;
            var wanted = new double[pool.Kinds.Count];
            wanted[kind] = 1;
            var (panel, proved) = _panels.Best(wanted, 0.5, 0, int.MaxValue, stop);
            if (panel is null && !proved) return false;
            if (panel is null) continue;
            Take(panel);
            covered.UnionWith(met[^1].Select(e => e.Kind));
        }
        _weights = [.. met.Select(_ => 1.0 / met.Count)];
        Mix(_weights, _mean);
        return met.Count > 0;
    }

    private bool Take(int[] panel)
    {
        (int Kind, int Count)[] taken = [.. panel.Select((count, kind) => (kind, count)).Where(e => e.count > 0)];
        if (met.Any(p => p.SequenceEqual(taken))) return false;
        met.Add(taken);
        Array.Resize(ref _weights, met.Count);
        return true;
    }

    /// <summary>nₜ/zₜ for each kind that has a chance, and how many people these are.</summary>
    private (double[] Prices, double People) Prices()
    {
        var prices = _mean.Select((z, t) => z > 0 ? pool.Kinds[t].People.Count / z : 0).ToArray();
        return (prices, _mean.Index().Where(z => z.Item > 0).Sum(z => pool.Kinds[z.Index].People.Count));
    }

    /// <summary>One damped Newton step.</summary>
    /// <returns>False when no panel met is worth more than the mixture, up to rounding.</returns>
    private bool Improve()
    {
        var (prices, people) = Prices();
        if (met.Max(p => Worth(p, prices)) <= people * (1 + Tolerance / 10)) return false;
        var corral = Nearest();
        var aimed = new double[met.Count];
        foreach (var (panel, weight) in corral.Panels.Zip(corral.Weights)) aimed[met.IndexOf(panel)] = weight;
        var (next, here) = (new double[_mean.Length], Welfare(_mean));
        for (var length = 1.0; length > 1e-10; length /= 2)
        {
            var moved = _weights.Zip(aimed, (w, a) => w + length * (a - w)).ToArray();
            Mix(moved, next);
            if (Welfare(next) <= here) continue;
            _weights = moved;
            next.CopyTo(_mean, 0);
            return true;
        }
        return false;
    }

    /// <summary>The mixture of panels met nearest to 2z in the metric of the curvature.</summary>
    private Corral Nearest()
    {
        var corral = new Corral([.. _mean.Select((z, t) => z > 0 ? z * z / pool.Kinds[t].People.Count : 1)]);
        var target = _mean.Select(z => 2 * z).ToArray();
        corral.Aim(target);
        var direction = new double[_mean.Length];
        while (true)
        {
            for (var t = 0; t < direction.Length; t++) direction[t] = _mean[t] > 0 ? (target[t] - corral.Mean[t]) * pool.Kinds[t].People.Count / (_mean[t] * _mean[t]) : 0;
            var best = met.MaxBy(p => Worth(p, direction))!;
            var here = corral.Count == 0 ? double.NegativeInfinity : direction.Zip(corral.Mean, (d, z) => d * z).Sum();
            if (Worth(best, direction) <= here + 1e-13 * Math.Abs(here) || !corral.Add(best)) return corral;
        }
    }

    private static double Worth((int Kind, int Count)[] panel, double[] prices)
    {
        double worth = 0;
        foreach (var (kind, count) in panel) worth += count * prices[kind];
        return worth;
    }

    private void Mix(double[] weights, double[] mean)
    {
        Array.Clear(mean);
        for (var i = 0; i < weights.Length; i++)
            foreach (var (kind, count) in met[i]) mean[kind] += weights[i] * count;
    }

    private double Welfare(double[] mean)
    {
        double sum = 0;
        for (var t = 0; t < mean.Length; t++)
            if (_mean[t] > 0) sum += mean[t] > 0 ? pool.Kinds[t].People.Count * Math.Log(mean[t]) : double.NegativeInfinity;
        return sum;
    }
}
