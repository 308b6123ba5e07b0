using Trame.Engines.Optimization;

namespace Trame.Engines.Opportunities;

/// <summary>Chooses which bundles to propose: the most weighted coverage, with mixing, near, with little effort, reciprocity, and fairness between areas.</summary>
/// <remarks>
/// At most 400 candidates: the search ends with branch and bound, of at most 50 nodes unless the exact optimum is asked for.
/// Candidates: see <see cref="OpportunityOptions"/>. Lazy greedy (Minoux 1978), local search with add, drop, swap and move, ruin and recreate; the bound is Lagrangian (Geoffrion 1974), or that of
/// branch and bound with <see cref="OpportunityOptions.Exact"/>. The ratio 1/3 of greedy under two partition matroids (Fisher, Nemhauser and Wolsey 1978) holds only without mixing, effort, reciprocity, ways of
/// givers, fewest people or scarce seats; <see cref="OpportunityPlan.Guarantee"/> says whether it does; 1 − 1/e (Nemhauser, Wolsey and Fisher 1978) when besides no two candidates exclude each other.
/// Deterministic for a seed (without time limit). People are never ranked: needs are covered, in an order that is not kept.
/// </remarks>
public static class OpportunitySolver
{
    private const int SmallCandidates = 400, FewNodes = 50, FewIterations = 100_000;

    /// <summary>Finds a plan.</summary>
    /// <param name="problem">The ordinary week.</param>
    /// <param name="options">How hard to look.</param>
    /// <param name="stop">Cancels the work.</param>
    /// <exception cref="ArgumentException">More than 64 different groups.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static OpportunityPlan Solve(OpportunityProblem problem, OpportunityOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new();
        var set = new CandidateSet(problem, options, stop);
        var plan = new PlanState(set);
        PlanSearch.Run(plan, options, stop);
        var (bound, proved) = (0.0, false);
        if (options.Exact || set.Candidates.Count <= SmallCandidates)
        {
            var (chosen, best, done) = new ExactPlan(plan).Solve(options.Exact ? new SolveLimits { Time = options.TimeLimit } : new SolveLimits { Nodes = FewNodes, Iterations = FewIterations }, stop);
            if (chosen is not null)
            {
                var exact = new PlanState(set);
                exact.Take(chosen);
                if (exact.Value > plan.Value + 1e-9) plan = exact;
            }
            (bound, proved) = (double.IsFinite(best) ? Math.Max(plan.Value, best) : 0, done);
        }
        if (!proved && PriceBound.Of(plan, stop) is var priced) bound = bound > 0 ? Math.Min(bound, priced) : priced;
        if (double.IsFinite(bound) && bound - plan.Value <= 1e-7 * Math.Max(1, Math.Abs(bound))) proved = true;
        return new PlanReport(plan).Write(bound, proved, Guarantee(plan), MissingSearch.Of(plan, options.Missing, stop));
    }

    private static double? Guarantee(PlanState plan)
    {
        var (set, weights) = (plan.Set, plan.Set.Problem.Weights);
        if (weights.Effort > 0 || (weights.Mixing > 0 && plan.Dimensions.Count > 0) || (weights.Reciprocity > 0 && set.Problem.Resources.Any(r => r.Need >= 0)) || weights.Fairness > 0) return null;
        if (set.Candidates.Any(c => c.Cost > 0 || c.Equipment >= 0) || set.Problem.Needs.Any(n => n.Sessions > 1)) return null;
        if (set.Sessions.Any(s => s.Least > 1 || s.Entries.Length > s.Seats)) return null;
        if (set.Sessions.Any(s => s.Hours.Hours > 1)) return null; // overlapping hours are no partition
        var alone = set.Sessions.GroupBy(s => (s.Venue, s.Start)).All(g => g.Count() == 1) && plan.CandidatesOfSession.All(c => c.Count == 1)
            && set.Candidates.Where(c => c.Giver >= 0).GroupBy(c => c.Giver).All(g => g.Count() <= set.Problem.Resources[g.Key].Most && g.Count() == 1);
        return alone ? 1 - 1 / Math.E : set.Problem.Resources.All(r => r.Most == 1) ? 1 / 3.0 : null;
    }
}
