using Trame.Engines.OpinionMap;

namespace Trame.Engines.Opportunities.Worksites;

/// <summary>A made-up citizen day, to try and to measure. No real person.</summary>
public static class WorksiteSample
{
    private static readonly string[] Crafts = ["jardin", "peinture", "bois", "cuisine", "vélo", "son"];
    private static readonly string[] Quarters = ["nord", "sud", "est", "ouest"];

    /// <summary>So many people, about a third in families of two to five, four wishes each, a few skills, languages and needs.</summary>
    /// <param name="people">At least 1.</param>
    /// <param name="sites">At least 1; together they take a tenth more people than come.</param>
    /// <param name="seed">Of the draws.</param>
    /// <exception cref="ArgumentException">Fewer than one of either.</exception>
    public static (IReadOnlyList<Worksite> Sites, IReadOnlyList<Volunteer> People) Make(int people, int sites, ulong seed = 1)
    {
        if (people < 1 || sites < 1) throw new ArgumentException("at least one person and one site.");
        var random = new SeededRandom(seed);
        var made = new List<Worksite>();
        for (var s = 0; s < sites; s++)
        {
            var most = Math.Max(2, (int)(people * 1.1 / sites * (0.5 + random.NextDouble())) + 1);
            made.Add(new($"chantier {s + 1}", most / 3, most)
            {
                Skills = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Crafts[random.Next(Crafts.Length)]).Distinct().ToDictionary(k => k, _ => 1 + random.Next(2)),
                Languages = random.NextDouble() < 0.2 ? ["français", "arabe", "anglais"] : ["français"],
                Access = random.NextDouble() < 0.5 ? ["sans marche", "siège"] : [],
            });
        }

        return (made, People(people, made, random));
    }

    private static List<Volunteer> People(int count, List<Worksite> sites, SeededRandom random)
    {
        var (people, family) = (new List<Volunteer>(), 0);
        while (people.Count < count)
        {
            var size = random.NextDouble() < 0.15 ? Math.Min(2 + random.Next(4), count - people.Count) : 1;
            var (quarter, wishes, needs, languages) = (Quarters[random.Next(4)], Wishes(sites.Count, random), random.NextDouble() < 0.1 ? (string[])["sans marche"] : [], random.NextDouble() < 0.05 ? (string[])["arabe"] : ["français"]);
            var name = size > 1 ? $"famille {++family}" : null;
            for (var k = 0; k < size; k++)
                people.Add(new($"p{people.Count + 1}", wishes) { Family = name, Skills = random.NextDouble() < 0.15 ? [Crafts[random.Next(Crafts.Length)]] : [], Needs = k == 0 ? needs : [], Languages = languages, Group = quarter });
        }

        return people;
    }

    /// <summary>Four, the first sites better liked than the last.</summary>
    private static List<int> Wishes(int sites, SeededRandom random)
    {
        var wishes = new List<int>();
        while (wishes.Count < Math.Min(4, sites))
        {
            var site = (int)(sites * random.NextDouble() * random.NextDouble());
            if (!wishes.Contains(site)) wishes.Add(site);
        }

        return wishes;
    }
}
