namespace Trame.Engines.Opportunities.Worksites;

/// <summary>Better plans by moving one unit, or exchanging two, until nothing is gained.</summary>
internal static class WorksiteMoves
{
    private const int Passes = 30;

    public static void Improve(WorksiteDay day, WorksiteState state, CancellationToken stop)
    {
        for (var pass = 0; pass < Passes && !stop.IsCancellationRequested; pass++)
        {
            var gained = false;
            var at = Residents(day, state);
            for (var unit = 0; unit < day.Units.Length; unit++) gained |= Move(day, state, unit) || Exchange(day, state, unit, at);
            if (!gained) return;
        }
    }

    private static bool Move(WorksiteDay day, WorksiteState state, int unit)
    {
        var gained = false;
        for (var site = 0; site <= day.Waiting; site++)
        {
            if (site == state.Places[unit] || day.Costs[unit][site] < 0 || (site < day.Waiting && state.Room(site) < day.Units[unit].Length)) continue;
            if (day.Costs[unit][site] < day.Costs[unit][state.Places[unit]] + state.Lacking(state.Places[unit]) + state.Lacking(site)) gained |= state.Try([(unit, site)]);
        }

        return gained;
    }

    /// <summary>With somebody at a site that suits this unit better and has no room.</summary>
    private static bool Exchange(WorksiteDay day, WorksiteState state, int unit, List<int>[] at)
    {
        var here = state.Places[unit];
        for (var site = 0; site < day.Waiting; site++)
        {
            if (site == here || day.Costs[unit][site] < 0 || day.Costs[unit][site] >= day.Costs[unit][here]) continue;
            var lacking = state.Lacking(here) + state.Lacking(site);
            foreach (var other in at[site])
            {
                if (state.Places[other] != site || day.Costs[other][here] < 0 || day.Costs[unit][site] + day.Costs[other][here] >= day.Costs[unit][here] + day.Costs[other][site] + lacking) continue;
                if (state.Try([(unit, site), (other, here)])) return true;
            }
        }

        return false;
    }

    private static List<int>[] Residents(WorksiteDay day, WorksiteState state)
    {
        var at = new List<int>[day.Sites.Count + 1];
        for (var s = 0; s < at.Length; s++) at[s] = [];
        for (var u = 0; u < state.Places.Length; u++) at[state.Places[u]].Add(u);
        return at;
    }
}
