namespace Trame.Engines.Opportunities.Worksites;

/// <summary>Refuses what cannot be a day.</summary>
internal static class WorksiteCheck
{
    private const int MostSites = 1000, MostPeople = 20_000, Price = 1_000_000;

    public static void Of(IReadOnlyList<Worksite> sites, IReadOnlyList<Volunteer> people, WorksiteWeights weights)
    {
        if (sites.Count > MostSites || people.Count > MostPeople) throw new ArgumentException($"at most {MostSites} sites and {MostPeople} people.");
        foreach (var site in sites)
            if (site.Least < 0 || site.Most < site.Least || site.Most > MostPeople || site.Skills.Values.Any(n => n is < 0 or > MostPeople)) throw new ArgumentException($"{site.Id}: 0 ≤ least ≤ most ≤ {MostPeople}, and no negative need.", nameof(sites));
        foreach (var person in people)
            if (person.Wishes.Any(w => w < 0 || w >= sites.Count) || person.Wishes.Distinct().Count() != person.Wishes.Count || person.Told < -1 || person.Told >= sites.Count) throw new ArgumentException($"{person.Id}: wishes and the site told are sites, each once.", nameof(people));
        if (sites.Select(s => s.Id).Distinct(StringComparer.Ordinal).Count() != sites.Count || people.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() != people.Count) throw new ArgumentException("an id comes twice.");
        if (people.Where(p => p.Family is not null).GroupBy(p => p.Family).FirstOrDefault(f => f.Count() > WorksiteDay.MostTogether) is { } large) throw new ArgumentException($"the family {large.Key} has more than {WorksiteDay.MostTogether} people: make two of it.", nameof(people));
        int[] prices = [weights.Waiting, weights.Skill, weights.Least, weights.Mixing, weights.Moved, weights.Unwished, .. weights.Wishes];
        if (prices.Any(p => p is < 0 or > Price) || weights.Wishes.Count == 0 || !(weights.MixingShare is > 0 and <= 1)) throw new ArgumentException($"prices go from 0 to {Price}, there is one for the first wish, and the share of a group is in (0, 1].", nameof(weights));
    }
}
