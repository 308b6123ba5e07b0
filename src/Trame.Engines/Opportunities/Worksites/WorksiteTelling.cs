namespace Trame.Engines.Opportunities.Worksites;

/// <summary>A state told to its reader.</summary>
internal static class WorksiteTelling
{
    public static WorksitePlan Of(WorksiteDay day, WorksiteState state, long bound, int nodes)
    {
        var sites = new int[day.People.Count];
        for (var u = 0; u < day.Units.Length; u++) foreach (var p in day.Units[u]) sites[p] = state.Places[u] == day.Waiting ? -1 : state.Places[u];
        var lacks = Enumerable.Range(0, day.Sites.Count).Select(s => (Site: s, Lack: state.Lack(s))).ToArray();
        return new()
        {
            Sites = sites, Cost = (double)state.Cost / WorksiteDay.Scale, Bound = (double)Math.Min(bound, state.Cost) / WorksiteDay.Scale, Nodes = nodes,
            Wishes = Wishes(day, sites), Unmixed = lacks.Sum(l => l.Lack.Unmixed),
            Lacks = [.. lacks.Where(l => l.Lack.People > 0 || l.Lack.Skills > 0).Select(l => new WorksiteLack(l.Site, l.Lack.People, l.Lack.Skills))],
            Moved = [.. Enumerable.Range(0, sites.Length).Where(p => day.People[p].Told >= 0 && sites[p] != day.People[p].Told)],
        };
    }

    private static int[] Wishes(WorksiteDay day, int[] sites)
    {
        var counts = new int[day.People.Select(p => p.Wishes.Count).DefaultIfEmpty(0).Max() + 1];
        for (var p = 0; p < sites.Length; p++)
        {
            var wishes = day.People[p].Wishes;
            if (wishes.Count == 0) continue;
            var at = wishes.Index().Where(w => w.Item == sites[p]).Select(w => w.Index).DefaultIfEmpty(counts.Length - 1).First();
            counts[at]++;
        }

        return counts;
    }
}
