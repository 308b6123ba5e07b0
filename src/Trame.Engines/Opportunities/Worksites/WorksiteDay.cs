namespace Trame.Engines.Opportunities.Worksites;

/// <summary>The day as numbers: units (families, or one alone) that can go to sites, what each costs where. Costs are in 1/2520 so that a family's cost is shared among its members without rounding.</summary>
internal sealed class WorksiteDay
{
    public const long Scale = 2520; // the least number that 1 to 10 divide
    public const int MostTogether = 10;

    public WorksiteDay(IReadOnlyList<Worksite> sites, IReadOnlyList<Volunteer> people, WorksiteWeights weights)
    {
        (Sites, People, Weights) = (sites, people, weights);
        string[] skills = [.. sites.SelectMany(s => s.Skills.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] groups = [.. people.Select(p => p.Group).OfType<string>().Distinct(StringComparer.Ordinal)];
        Needs = [.. sites.Select(s => (int[])[.. skills.Select(k => s.Skills.GetValueOrDefault(k))])];
        Skills = [.. people.Select(p => (int[])[.. skills.Index().Where(k => p.Skills.Contains(k.Item)).Select(k => k.Index)])];
        Groups = [.. people.Select(p => p.Group is null || weights.MixingShare >= 1 ? -1 : Array.IndexOf(groups, p.Group))];
        (SkillCount, GroupCount) = (skills.Length, weights.MixingShare >= 1 ? 0 : groups.Length);
        NeedSums = [.. Needs.Select(n => n.Sum())];
        Caps = [.. sites.Select(s => (int)Math.Ceiling((weights.MixingShare * s.Most) - 1e-9))];
        Units = [.. Enumerable.Range(0, people.Count).GroupBy(i => people[i].Family is { } family ? $"f{family}" : $"p{i}").Select(g => g.ToArray())];
        Costs = [.. Units.Select(unit => UnitCosts(unit))];
    }

    public IReadOnlyList<Worksite> Sites { get; }
    public IReadOnlyList<Volunteer> People { get; }
    public WorksiteWeights Weights { get; }

    /// <summary>People of each unit.</summary>
    public int[][] Units { get; }

    /// <summary>Cost of each unit at each site, waiting last; −1: it cannot go there.</summary>
    public long[][] Costs { get; }

    /// <summary>How many of each skill each site needs.</summary>
    public int[][] Needs { get; }

    /// <summary>All needs of each site.</summary>
    public int[] NeedSums { get; }

    /// <summary>Needed skills of each person.</summary>
    public int[][] Skills { get; }

    /// <summary>Group of each person, or −1.</summary>
    public int[] Groups { get; }

    /// <summary>People that one group may send to each site.</summary>
    public int[] Caps { get; }
    public int SkillCount { get; }
    public int GroupCount { get; }

    /// <summary>The number that stands for waiting.</summary>
    public int Waiting => Sites.Count;

    private long[] UnitCosts(int[] unit)
    {
        var costs = new long[Sites.Count + 1];
        for (var s = 0; s < Sites.Count; s++)
            costs[s] = unit.All(p => CanGo(People[p], Sites[s])) ? Scale * unit.Sum(p => (long)Wish(People[p], s) + (People[p].Told >= 0 && People[p].Told != s ? Weights.Moved : 0)) : -1;
        costs[^1] = Scale * unit.Length * Weights.Waiting;
        return costs;
    }

    private int Wish(Volunteer person, int site)
    {
        if (person.Wishes.Count == 0) return 0;
        for (var w = 0; w < person.Wishes.Count; w++) if (person.Wishes[w] == site) return Weights.Wishes[Math.Min(w, Weights.Wishes.Count - 1)];
        return Weights.Unwished;
    }

    private static bool CanGo(Volunteer person, Worksite site) =>
        person.Needs.All(site.Access.Contains) && (person.Languages.Count == 0 || site.Languages.Count == 0 || person.Languages.Any(site.Languages.Contains));
}
