namespace Trame.Engines.Opportunities;

/// <summary>An upper bound by Lagrangian relaxation (Geoffrion 1974; Held, Wolfe and Crowder 1974): seats of needs, givers, lenders and hours of venues have prices, each session then decides alone.</summary>
internal static class PriceBound
{
    public static double Of(PlanState plan, CancellationToken stop)
    {
        var set = plan.Set;
        var (problem, weights) = (set.Problem, set.Problem.Weights);
        var (need, giver, hour) = (new double[problem.Needs.Count], new double[problem.Resources.Count], new Dictionary<(int, int), double>());
        var slope = new double[plan.Areas.Count];
        Array.Fill(slope, weights.Fairness / 4);
        var (best, step) = (double.PositiveInfinity, 1.0);
        var rounds = set.Sessions.Count > 20_000 ? 25 : 150;
        var stuck = 0;
        for (var round = 0; round < rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var (usedNeed, usedGiver, usedHour, usedArea) = (new int[need.Length], new int[giver.Length], new Dictionary<(int, int), int>(), new double[slope.Length]);
            var bound = 0.0;
            for (var n = 0; n < need.Length; n++) bound += need[n] * problem.Needs[n].Sessions;
            for (var r = 0; r < giver.Length; r++) bound += giver[r] * problem.Resources[r].Most;
            bound += hour.Values.Sum();
            for (var a = 0; a < slope.Length; a++) bound += Conjugate(plan.AreaWeight(a), weights.Fairness, slope[a]);
            for (var s = 0; s < set.Sessions.Count; s++)
            {
                var session = set.Sessions[s];
                var chosen = Best(plan, session, need, slope, out var worth);
                var price = 0.0;
                for (var h = 0; h < session.Hours.Hours; h++) price += hour.GetValueOrDefault((session.Venue, session.Start + h));
                var (top, who) = (1e-12, -1);
                foreach (var c in plan.CandidatesOfSession[s])
                {
                    var candidate = set.Candidates[c];
                    var net = worth - price - candidate.Cost;
                    if (candidate.Giver >= 0) net += (problem.Resources[candidate.Giver].Need >= 0 ? weights.Reciprocity : 0) - giver[candidate.Giver];
                    if (candidate.Equipment >= 0) net -= giver[candidate.Equipment];
                    if (net > top) (top, who) = (net, c);
                }
                if (who < 0) continue;
                bound += top; // the relaxation keeps « one leader for a session »
                foreach (var e in chosen)
                {
                    usedNeed[session.Entries[e].Need]++;
                    usedArea[plan.AreaOf(session.Entries[e].Need)] += problem.Needs[session.Entries[e].Need].Weight;
                }
                if (set.Candidates[who].Giver is >= 0 and var g) usedGiver[g]++;
                if (set.Candidates[who].Equipment is >= 0 and var q) usedGiver[q]++;
                for (var h = 0; h < session.Hours.Hours; h++) usedHour[(session.Venue, session.Start + h)] = usedHour.GetValueOrDefault((session.Venue, session.Start + h)) + 1;
            }
            if (double.IsPositiveInfinity(best) || bound < best - 1e-9 * Math.Abs(best)) (best, stuck) = (bound, 0);
            else if (++stuck >= 5) (step, stuck) = (step / 2, 0);
            if (bound - plan.Value < 1e-9) break;
            Move(plan, step * Math.Max(1e-9, bound - plan.Value), need, giver, hour, slope, usedNeed, usedGiver, usedHour, usedArea);
        }
        return Math.Max(best, plan.Value);
    }

    private static List<int> Best(PlanState plan, Session session, double[] need, double[] slope, out double worth)
    {
        var gains = new List<(double Gain, int Entry)>(session.Entries.Length);
        var present = 0UL;
        for (var e = 0; e < session.Entries.Length; e++)
        {
            var entry = session.Entries[e];
            present |= plan.GroupsOf(entry.Need);
            var gain = entry.Value - need[entry.Need] + slope[plan.AreaOf(entry.Need)] * plan.Set.Problem.Needs[entry.Need].Weight;
            if (gain > 0) gains.Add((gain, e));
        }
        gains.Sort((a, b) => a.Gain != b.Gain ? b.Gain.CompareTo(a.Gain) : a.Entry.CompareTo(b.Entry));
        worth = 0;
        var chosen = new List<int>(session.Seats);
        foreach (var (gain, e) in gains)
        {
            if (chosen.Count == session.Seats) break;
            worth += gain;
            chosen.Add(e);
        }
        if (!plan.Set.Problem.Kinds[session.Kind].Reserved)
            foreach (var (_, mask) in plan.Dimensions) worth += plan.Set.Problem.Weights.Mixing * Math.Clamp(System.Numerics.BitOperations.PopCount(present & mask) - 1, 0, Math.Max(0, session.Seats - 1));
        return chosen;
    }

    private static void Move(PlanState plan, double aim, double[] need, double[] giver, Dictionary<(int, int), double> hour, double[] slope, int[] usedNeed, int[] usedGiver, Dictionary<(int, int), int> usedHour, double[] usedArea)
    {
        var problem = plan.Set.Problem;
        var norm = 0.0;
        for (var n = 0; n < need.Length; n++) if (Active(need[n], usedNeed[n] - problem.Needs[n].Sessions)) norm += Square(usedNeed[n] - problem.Needs[n].Sessions);
        for (var r = 0; r < giver.Length; r++) if (Active(giver[r], usedGiver[r] - problem.Resources[r].Most)) norm += Square(usedGiver[r] - problem.Resources[r].Most);
        foreach (var key in hour.Keys.Union(usedHour.Keys)) norm += Square(usedHour.GetValueOrDefault(key) - 1);
        if (norm <= 0) return;
        var step = aim / norm;
        for (var n = 0; n < need.Length; n++) need[n] = Math.Max(0, need[n] + step * (usedNeed[n] - problem.Needs[n].Sessions));
        for (var r = 0; r < giver.Length; r++) giver[r] = Math.Max(0, giver[r] + step * (usedGiver[r] - problem.Resources[r].Most));
        foreach (var key in hour.Keys.Union(usedHour.Keys).ToList()) hour[key] = Math.Max(0, hour.GetValueOrDefault(key) + step * (usedHour.GetValueOrDefault(key) - 1));
        for (var a = 0; a < slope.Length; a++)
        {
            var share = Math.Clamp(usedArea[a] / Math.Max(plan.AreaWeight(a), 1e-9), 0, 0.999);
            slope[a] += 0.2 * (problem.Weights.Fairness * Fairness.Slopes[(int)(share * Fairness.Slopes.Length)] - slope[a]);
        }
    }

    /// <summary>max over c of fairness(c) − slope × c: attained at a quarter.</summary>
    private static double Conjugate(double weight, double strength, double slope)
    {
        var most = 0.0;
        for (var j = 1; j <= Fairness.Slopes.Length; j++) most = Math.Max(most, Fairness.Of(weight * j / Fairness.Slopes.Length, weight, strength) - slope * weight * j / Fairness.Slopes.Length);
        return most;
    }

    private static bool Active(double price, int excess) => price > 0 || excess > 0;

    private static double Square(int x) => (double)x * x;
}
