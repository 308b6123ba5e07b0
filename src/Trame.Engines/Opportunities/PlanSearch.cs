using Trame.Engines.OpinionMap;

namespace Trame.Engines.Opportunities;

/// <summary>Lazy greedy, then add, drop, swap and move until nothing gains, then ruin and recreate.</summary>
internal static class PlanSearch
{
    private const double Least = 1e-9;

    public static void Run(PlanState plan, OpportunityOptions options, CancellationToken stop)
    {
        if (options.Previous is { } previous) Restore(plan, previous);
        Greedy(plan, stop);
        Improve(plan, plan.Set.Candidates.Count > 5000 ? 2 : 20, stop);
        var open = Math.Max(1, plan.OpenAt.Count(c => c >= 0));
        Perturb(plan, options.Perturbations ?? Math.Min(60 * open, 60_000 / open), new SeededRandom(options.Seed), stop);
    }

    private static void Restore(PlanState plan, IReadOnlyList<OpportunityBundle> previous)
    {
        var known = new Dictionary<(int, int, int, int), int>();
        for (var c = 0; c < plan.Set.Candidates.Count; c++)
        {
            var (candidate, session) = (plan.Set.Candidates[c], plan.Set.Sessions[plan.Set.Candidates[c].Session]);
            known.TryAdd((session.Venue, session.Kind, session.Start, candidate.Giver), c);
        }
        foreach (var b in previous)
            if (known.TryGetValue((b.Place >= 0 ? b.Place : plan.Set.Problem.Places.Count + b.Moment, b.Kind, b.Start, b.Giver), out var c)) Attempt(plan, c, evict: false);
    }

    /// <summary>Gains mostly shrink as the plan grows: a candidate is looked at again only when it comes to the top (Minoux 1978).</summary>
    private static void Greedy(PlanState plan, CancellationToken stop)
    {
        var queue = new PriorityQueue<int, (double, int)>();
        for (var c = 0; c < plan.Set.Candidates.Count; c++) queue.Enqueue(c, (double.NegativeInfinity, c));
        var turns = 0;
        while (queue.TryDequeue(out var c, out var key))
        {
            if (++turns % 256 == 0) stop.ThrowIfCancellationRequested();
            var mark = plan.Mark();
            var gain = plan.TryOpen(c, evict: false) ? plan.Value - mark.Value : 0;
            if (gain <= Least)
            {
                plan.Undo(mark);
                continue;
            }
            if (queue.Count > 0 && queue.TryPeek(out _, out var next) && (-gain, c).CompareTo(next) > 0)
            {
                plan.Undo(mark);
                queue.Enqueue(c, (-gain, c));
            }
            else plan.Forget();
        }
    }

    private static void Improve(PlanState plan, int passes, CancellationToken stop)
    {
        for (var pass = 0; pass < passes; pass++)
        {
            var before = plan.Value;
            for (var c = 0; c < plan.Set.Candidates.Count; c++)
            {
                if (c % 256 == 0) stop.ThrowIfCancellationRequested();
                Attempt(plan, c, evict: true);
            }
            for (var n = 0; n < plan.Set.Problem.Needs.Count; n++)
                if (!plan.Covered(n) && plan.Place(n, push: true)) plan.Forget();
            for (var s = 0; s < plan.OpenAt.Length; s++)
            {
                if (plan.OpenAt[s] < 0) continue;
                var mark = plan.Mark();
                plan.Drop(s);
                Keep(plan, mark);
            }
            if (plan.Value <= before + Least) break;
        }
    }

    /// <summary>Opens a closed candidate at any price, repairs around it, keeps what is better.</summary>
    private static void Perturb(PlanState plan, int steps, SeededRandom random, CancellationToken stop)
    {
        var many = plan.Set.Candidates.Count;
        if (many == 0) return;
        for (var step = 0; step < steps; step++)
        {
            if (step % 64 == 0) stop.ThrowIfCancellationRequested();
            var mark = plan.Mark();
            var forced = (int)(random.NextDouble() * many);
            if (!plan.TryOpen(forced)) { plan.Undo(mark); continue; }
            if (random.NextDouble() < 0.5)
            {
                var inner = plan.Mark();
                if (!plan.TryOpen((int)(random.NextDouble() * many))) plan.Undo(inner);
            }
            Repair(plan, forced);
            Keep(plan, mark);
        }
    }

    private static void Repair(PlanState plan, int forced)
    {
        var around = new SortedSet<int>();
        foreach (var e in plan.Set.Sessions[plan.Set.Candidates[forced].Session].Entries)
        {
            if (plan.Covered(e.Need) && around.Count > 30) continue;
            foreach (var s in plan.SessionsOf(e.Need)) foreach (var c in plan.CandidatesOfSession[s]) around.Add(c);
            if (around.Count > 150) break;
        }
        for (var again = 0; again < 2; again++)
        {
            var before = plan.Value;
            foreach (var c in around)
            {
                var inner = plan.Mark();
                if (!plan.TryOpen(c) || plan.Value <= inner.Value + Least) plan.Undo(inner);
            }
            if (plan.Value <= before + Least) break;
        }
        foreach (var e in plan.Set.Sessions[plan.Set.Candidates[forced].Session].Entries) if (!plan.Covered(e.Need)) plan.Place(e.Need, push: true);
    }

    private static void Attempt(PlanState plan, int candidate, bool evict)
    {
        var mark = plan.Mark();
        if (!plan.TryOpen(candidate, evict)) plan.Undo(mark);
        else Keep(plan, mark);
    }

    private static void Keep(PlanState plan, (int Step, double Value) mark)
    {
        if (plan.Value <= mark.Value + Least) plan.Undo(mark);
        else if (mark.Step == 0) plan.Forget();
    }
}
