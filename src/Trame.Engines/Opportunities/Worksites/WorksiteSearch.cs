using Trame.Engines.OpinionMap;

namespace Trame.Engines.Opportunities.Worksites;

/// <summary>Branch and bound over what is settled: the node with the lowest bound first.</summary>
internal sealed class WorksiteSearch(WorksiteDay day)
{
    private const int FewFamilies = 12; // that part: beyond it branching proves nothing in time

    private sealed record Node((int Unit, int Site, bool Sent)[] Settled, WorksiteRelaxed Flow)
    {
        public long Bound => Flow.Bound;
    }

    private readonly PriorityQueue<Node, (long, int)> _open = new();
    private WorksiteState? _best;
    private int _solved;

    public WorksitePlan Run(int nodes, CancellationToken stop)
    {
        Open([], stop);
        if (_open.TryPeek(out var root, out _)) Dive([], root.Flow, nodes, stop);
        if (root is not null && Told() is { Count: > 0 } told && _solved < nodes && WorksiteFlow.Solve(day, told, stop) is { } kept) Dive(told, kept, nodes, stop);
        if (root is not null && root.Flow.Parted.Length > FewFamilies) Release(nodes, stop);
        var exhausted = false;
        while (!exhausted && _solved < nodes && !stop.IsCancellationRequested)
        {
            if (!_open.TryPeek(out var node, out _) || node.Bound >= _best!.Cost) exhausted = true;
            else Branch(_open.Dequeue(), stop);
        }

        _best ??= new(day, [.. day.Units.Select(_ => day.Waiting)]);
        var bound = _solved == 0 ? 0 : _open.TryPeek(out var lowest, out _) ? Math.Min(lowest.Bound, _best.Cost) : _best.Cost;
        return WorksiteTelling.Of(day, _best, Math.Min(bound, _lost), _solved);
    }

    /// <summary>Sends the half of the families that part which is easiest to bring together, solves again, and so on until none parts: the others make room at the least cost.</summary>
    private void Dive(List<(int Unit, int Site, bool Sent)> settled, WorksiteRelaxed flow, int nodes, CancellationToken stop)
    {
        var (taken, isFirst) = (new int[day.Sites.Count], settled.Count == 0);
        foreach (var (unit, site, _) in settled) if (site < day.Waiting) taken[site] += day.Units[unit].Length;
        while (_solved < nodes && !stop.IsCancellationRequested && flow.Parted is { Length: > 0 } parted)
        {
            foreach (var unit in parted.Take((parted.Length + 1) / 2))
            {
                var (size, forced) = (day.Units[unit].Length, flow.Forced[unit]!);
                var site = Enumerable.Range(0, day.Waiting + 1).OrderBy(s => forced[s]).First(s => s == day.Waiting || (forced[s] < long.MaxValue && taken[s] + size <= day.Sites[s].Most));
                if (site < day.Waiting) taken[site] += size;
                settled.Add((unit, site, true));
            }

            if (WorksiteFlow.Solve(day, settled, stop) is not { } next) return;
            (flow, _solved) = (next, _solved + 1);
            if (isFirst) Keep(flow, stop); // each step of the first dive is a start of its own
        }

        if (!isFirst) Keep(flow, stop);
    }

    /// <summary>Everybody who was told a site and can still be there together: the others are fitted in around them.</summary>
    private List<(int Unit, int Site, bool Sent)> Told()
    {
        var (told, taken) = (new List<(int, int, bool)>(), new int[day.Sites.Count]);
        for (var u = 0; u < day.Units.Length; u++)
        {
            var (unit, site) = (day.Units[u], day.People[day.Units[u][0]].Told);
            if (site < 0 || day.Costs[u][site] < 0 || !Array.TrueForAll(unit, p => day.People[p].Told == site) || taken[site] + unit.Length > day.Sites[site].Most) continue;
            taken[site] += unit.Length;
            if (unit.Length > 1) told.Add((u, site, true)); // those alone stay when it is best: the flow tells
        }

        return told;
    }

    /// <summary>With too many families to branch on: leaves some of them free, the others where the best plan has them, and dives again (large neighbourhoods, Shaw 1998).</summary>
    private void Release(int nodes, CancellationToken stop)
    {
        var random = new SeededRandom(1);
        int[] families = [.. Enumerable.Range(0, day.Units.Length).Where(u => day.Units[u].Length > 1)];
        while (_solved < nodes && !stop.IsCancellationRequested)
        {
            var (share, settled) = (0.2 + (0.4 * random.NextDouble()), new List<(int Unit, int Site, bool Sent)>());
            foreach (var unit in families) if (random.NextDouble() > share) settled.Add((unit, _best!.Places[unit], true));
            if (WorksiteFlow.Solve(day, settled, stop) is not { } flow) return;
            _solved++;
            Dive(settled, flow, nodes, stop);
        }
    }

    private void Keep(WorksiteRelaxed flow, CancellationToken stop)
    {
        var state = new WorksiteState(day, [.. day.Units.Select((unit, u) => flow.Forced[u] is null ? flow.Sites[unit[0]] : flow.Best(u))]);
        WorksiteMoves.Improve(day, state, stop);
        if (_best is null || state.Cost < _best.Cost) _best = state;
    }

    private long _lost = long.MaxValue; // lowest bound of what was given up when the search was stopped

    private void Branch(Node node, CancellationToken stop)
    {
        if (Doubtful(node) is not { } doubt)
        {
            _lost = Math.Min(_lost, node.Bound);
            return;
        }

        Open([.. node.Settled, (doubt.Unit, doubt.Site, true)], stop, node.Bound);
        Open([.. node.Settled, (doubt.Unit, doubt.Site, false)], stop, node.Bound);
    }

    private void Open((int Unit, int Site, bool Sent)[] settled, CancellationToken stop, long above = 0)
    {
        if (stop.IsCancellationRequested)
        {
            _lost = Math.Min(_lost, above);
            return;
        }

        if (WorksiteFlow.Solve(day, settled, stop) is not { } flow)
        {
            if (stop.IsCancellationRequested) _lost = Math.Min(_lost, above);
            return;
        }

        _solved++;
        Keep(flow, stop);
        if (flow.Bound < _best!.Cost) _open.Enqueue(new(settled, flow), (flow.Bound, -settled.Length));
    }

    /// <summary>A unit that the flow got wrong, and where to settle it: the family that is hardest to bring together; otherwise somebody with a skill whose group was not counted and who is not settled yet.</summary>
    private (int Unit, int Site)? Doubtful(Node node)
    {
        if (node.Flow.Parted is [.., var hardest]) return (hardest, node.Flow.Best(hardest));
        var sent = node.Settled.Where(s => s.Sent).Select(s => s.Unit).ToHashSet();
        var uncounted = -1;
        for (var u = 0; u < day.Units.Length && uncounted < 0; u++)
            if (!sent.Contains(u) && day.Units[u].Any(p => day.Skills[p].Length > 0 && day.Groups[p] >= 0 && node.Flow.Sites[p] < day.Waiting)) uncounted = u;
        return uncounted < 0 ? null : (uncounted, node.Flow.Sites[day.Units[uncounted][0]]);
    }
}
