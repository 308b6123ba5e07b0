namespace Trame.Engines.Sortition;

/// <summary>The two steps of <see cref="FairLottery"/>, in turn: bound, then mixture.</summary>
internal sealed class LotterySearch(TypedPool pool, SortitionOptions options, IProgress<SortitionProgress>? progress, LotterySearch.Ends ends)
{
    /// <summary>What ends the search once there is a panel, the explanation of a contradiction, and everything.</summary>
    public readonly record struct Ends(CancellationToken Limit, CancellationToken Explaining, CancellationToken Stop);

    private readonly double _reached = options.Rule == SelectionRule.Nash ? 1e-6 : 2e-9; // Nash's optimum comes from an interior method
    private const double Far = 0.9; // under this share of the bound, other weights of the same panels may do better
    private const double Raised = 1e-7; // maximin: this share of the smallest probability is not fought for
    private readonly List<PanelCut> _cuts = [];
    private readonly Decomposition _decomposition = new(pool, options.Rule == SelectionRule.Nash ? 1e-7 : 1e-9);

    public SortitionResult Run(Func<TimeSpan> elapsed)
    {
        var target = Target();
        if (target is null) return Impossible(elapsed);
        if (options.Rule == SelectionRule.Legacy) return Legacy(target, elapsed);
        while (_decomposition.Approach(target, Floor(target), Tell, ends.Limit, ends.Stop) is { } cut && _decomposition.Distance > _reached)
        {
            _cuts.Add(cut);
            if (Target() is not { } next)
            {
                _cuts.RemoveAt(_cuts.Count - 1); // panels exist: only rounding errors say otherwise
                break;
            }

            if (next.SequenceEqual(target)) break; // what is left to cut off is smaller than rounding errors
            target = next;
        }
        var corral = _decomposition.Corral;
        if (corral.Count == 0) return Impossible(elapsed);
        var proved = options.Rule != SelectionRule.Nash || _decomposition.Distance <= _reached && NashMarginals.IsBest(pool, _cuts, options.Cap, target);
        if (!proved && options.Cap >= 1 && FromPanels(elapsed) is { } best) return best;
        var (panels, weights) = _decomposition.Distance > _reached && options.Rule != SelectionRule.Nash && Smallest(corral.Mean) < Far * Smallest(target) ? Levelled() : (corral.Panels, corral.Weights);
        return Result(Seating.Of(pool, panels, weights), target, elapsed, proved);
    }

    /// <summary>The relaxation can no longer tell Nash's probabilities apart: the panels themselves can.</summary>
    private SortitionResult? FromPanels(Func<TimeSpan> elapsed)
    {
        var mixture = new NashMixture(pool, [.. _decomposition.Met]);
        if (!mixture.Solve(ends.Limit)) return null;
        var (panels, weights) = mixture.Found;
        return Result(Seating.Of(pool, panels, weights), mixture.Mean, elapsed);
    }

    /// <summary>Out of time: the mixture nearest to the target, or the one that lifts the smallest probability most, whichever has the larger one.</summary>
    private (IReadOnlyList<(int Kind, int Count)[]> Panels, IReadOnlyList<double> Weights) Levelled()
    {
        var (corral, met) = (_decomposition.Corral, _decomposition.Met);
        var (weights, smallest) = LevelWeights.Of(pool, met);
        if (smallest <= Smallest(corral.Mean)) return (corral.Panels, corral.Weights);
        var used = weights.Index().Where(w => w.Item > 0).ToList();
        return ([.. used.Select(w => met[w.Index])], [.. used.Select(w => w.Item)]);
    }

    private double[]? Target() => options.Rule == SelectionRule.Nash ? NashMarginals.Find(pool, _cuts, options.Cap) : LeximinMarginals.Find(pool, _cuts, options.Cap);

    private double Floor(double[] target) => options.Rule == SelectionRule.Maximin ? Smallest(target) * (1 - Raised) : double.PositiveInfinity;

    private double Smallest(double[] target) => target.Select((z, t) => z / pool.Kinds[t].People.Count).Min();

    private void Tell(int panels, double farthest) => progress?.Report(new(panels, farthest));

    private SortitionResult Result(IReadOnlyList<WeightedPanel> panels, double[] target, Func<TimeSpan> elapsed, bool proved = true)
    {
        var probabilities = new double[pool.Problem.Pool.Count];
        foreach (var panel in panels)
            foreach (var member in panel.Members) probabilities[member] += panel.Probability;
        var people = pool.Kinds.SelectMany((kind, t) => kind.People.Select(i => (Has: probabilities[i], Aimed: target[t] / kind.People.Count))).ToList();
        var (minimum, bound) = (people.Min(p => p.Has), people.Min(p => p.Aimed));
        if (options.Rule == SelectionRule.Nash) bound = Smallest(LeximinMarginals.Find(pool, _cuts, options.Cap)!);
        var optimal = !proved ? false : options.Rule == SelectionRule.Maximin ? minimum >= bound * (1 - 2 * Raised) - _reached : options.Rule != SelectionRule.Legacy && people.All(p => Math.Abs(p.Has - p.Aimed) <= _reached);
        var gap = options.Rule == SelectionRule.Nash
            ? 1 - Math.Exp(people.Where(p => p.Aimed > _reached).Average(p => Math.Log(Math.Max(p.Has, double.Epsilon) / p.Aimed)))
            : bound <= _reached ? 0 : 1 - minimum / bound;
        return new()
        {
            Rule = options.Rule, Panels = panels, Probabilities = probabilities, Optimal = optimal, Minimum = minimum, MinimumBound = bound,
            Gap = optimal || gap < _reached ? 0 : gap, Effort = Effort(elapsed),
        };
    }

    private SortitionResult Legacy(double[] target, Func<TimeSpan> elapsed)
    {
        var chance = new DrawStream(options.Seed);
        var runs = new List<int[]>();
        for (var run = 0; run < options.LegacyRuns && !(run == 0 ? ends.Stop : ends.Limit).IsCancellationRequested; run++)
        {
            if (LegacyGreedy.Draw(pool, chance) is { } panel) runs.Add(panel);
            if (run % 50 == 0) progress?.Report(new(runs.Count, 1 - (double)run / options.LegacyRuns));
        }
        if (runs.Count == 0) return Stuck(target, elapsed);
        var panels = runs.GroupBy(p => string.Join(',', p)).Select(same => new WeightedPanel(same.First(), (double)same.Count() / runs.Count)).OrderByDescending(p => p.Probability);
        return Result([.. panels], target, elapsed);
    }

    /// <summary>Every run of the greedy rule got stuck: any valid panel, rather than none.</summary>
    private SortitionResult Stuck(double[] target, Func<TimeSpan> elapsed)
    {
        using var enough = new CancellationTokenSource();
        enough.Cancel();
        _decomposition.Approach(target, 0, Tell, enough.Token, ends.Stop);
        return _decomposition.Corral.Count == 0 ? Impossible(elapsed) : Result(Seating.Of(pool, _decomposition.Corral.Panels, _decomposition.Corral.Weights), target, elapsed);
    }

    private SortitionResult Impossible(Func<TimeSpan> elapsed) => new()
    {
        Rule = options.Rule, Panels = [], Probabilities = new double[pool.Problem.Pool.Count], Optimal = false, Minimum = 0, MinimumBound = 0, Gap = 0,
        Infeasible = InfeasibilitySearch.Of(pool, ends.Explaining), Effort = Effort(elapsed),
    };

    private SortitionEffort Effort(Func<TimeSpan> elapsed) => new(pool.Kinds.Count, _decomposition.Rounds, _cuts.Count, elapsed());
}
