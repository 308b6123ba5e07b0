using Trame.Engines.OpinionMap;

namespace Trame.Engines.Cooperation;

/// <summary>Independent runs, and searches that start from what runs agree on.</summary>
internal sealed class Recombination(LeidenGraph graph, LeidenOptions options)
{
    // A small network costs little and a wrong turn shows: it is searched again from other seeds.
    private const int SmallArcs = 50_000, MostRounds = 20, FewestRuns = 4;

    private const double MostCores = 0.9;

    // Chance in the refinement, in mean weights: runs that differ more have more to learn from each other.
    private static readonly double[] Warmths = [0.02, 0.1, 0.5];

    private readonly int _rounds = Math.Clamp(SmallArcs / Math.Max(1, graph.To.Length), 1, MostRounds);

    private readonly int _runs = options.Recombine ? Math.Max(options.Runs, FewestRuns) : options.Runs;

    public Division Best(IReadOnlyList<Division> runs, CancellationToken stop)
    {
        if (!options.Recombine) return runs.MaxBy(r => r.Gain)!;
        var best = Better(runs, 0, stop);
        for (var round = 1; round < _rounds; round++)
            if (Better(Runs(null, stop, round), round, stop) is var again && again.Gain > best.Gain * (1 + 1e-12)) best = again;
        return best;
    }

    public IReadOnlyList<Division> Runs(IProgress<double>? progress, CancellationToken stop, int round = 0)
    {
        var (runs, done) = (new Division[_runs], 0);
        InParallel(_runs, stop, run =>
        {
            var community = Start(round, SeedOf(round, -1, run));
            new LeidenRun(graph, SeedOf(round, 0, run), Warmths[run % Warmths.Length]).Improve(community, options.Iterations, stop);
            runs[run] = new(community, Gain(community));
            progress?.Report((double)Interlocked.Increment(ref done) / _runs);
        });
        return runs;
    }

    /// <summary>The best division found from the overlays of the runs, generation after generation, until one brings nothing better.</summary>
    private Division Better(IReadOnlyList<Division> runs, int round, CancellationToken stop)
    {
        var (pool, best) = (runs, runs.MaxBy(r => r.Gain)!);
        for (var generation = 1; ; generation++)
        {
            var cores = Overlay.Of([.. pool.Select(d => d.Community)]);
            if (cores.Max() + 1 > MostCores * graph.Count) return best; // they agree on nothing: there is nothing to start from
            pool = Next(pool, cores, round, generation, stop);
            var found = pool.MaxBy(r => r.Gain)!;
            if (found.Gain <= best.Gain * (1 + 1e-12)) return best;
            best = found;
        }
    }

    private Division[] Next(IReadOnlyList<Division> pool, int[] cores, int round, int generation, CancellationToken stop)
    {
        var next = new Division[pool.Count];
        InParallel(pool.Count, stop, child => next[child] = From(cores, SeedOf(round, generation, child), Warmths[child % Warmths.Length], stop));
        return next;
    }

    private Division From(int[] cores, ulong seed, double warmth, CancellationToken stop)
    {
        var small = graph.Merge(cores, cores.Max() + 1);
        var above = Enumerable.Range(0, small.Count).ToArray();
        new LeidenRun(small, seed, warmth).Improve(above, options.Iterations, stop);
        var community = Array.ConvertAll(cores, core => above[core]);
        new LeidenRun(graph, ~seed, warmth).Improve(community, options.Iterations, stop);
        return new(community, Gain(community));
    }

    /// <summary>Every node alone at first; when a small network is searched again, nodes thrown into a few communities.</summary>
    private int[] Start(int round, ulong seed)
    {
        var community = Enumerable.Range(0, graph.Count).ToArray();
        if (round == 0) return community;
        var chance = new SeededRandom(seed);
        var communities = 2 + chance.Next(2 + (int)Math.Sqrt(graph.Count));
        for (var node = 0; node < community.Length; node++) community[node] = chance.Next(Math.Min(communities, graph.Count));
        return community;
    }

    /// <summary>Sum inside less the price of chance, from the division itself: every run is compared by the same sum.</summary>
    private double Gain(int[] community)
    {
        var whole = graph.Merge(community, community.Max() + 1);
        var sum = (graph.Weight.Sum() - whole.Weight.Sum()) / 2;
        for (var own = 0; own < whole.Count; own++) sum -= graph.Price * whole.Mass[2 * own] * whole.Mass[(2 * own) + 1];
        for (var node = 0; node < graph.Count; node++) sum += graph.Price * graph.Mass[2 * node] * graph.Mass[(2 * node) + 1];
        return sum;
    }

    private ulong SeedOf(int round, int generation, int run) => unchecked((options.Seed * 0x9E3779B97F4A7C15UL) + ((ulong)round << 48) + ((ulong)generation << 32) + (ulong)run);

    private static void InParallel(int count, CancellationToken stop, Action<int> work) => Parallel.For(0, count, new ParallelOptions { CancellationToken = stop }, work);
}
