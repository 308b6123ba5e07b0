using Trame.Engines.OpinionMap;

namespace Trame.Engines.Opportunities;

/// <summary>A made-up territory: villages around a town, where skills and needs do not lie in the same streets. Nobody real.</summary>
public static class OpportunitySample
{
    private static readonly OpportunityKind[] Kinds =
    [
        new("couture", 2, 1, 6, null, false, None), new("cuisine", 2, 2, 8, "cuisine", false, None), new("jardin", 2, 1, 8, null, false, None), new("reparation", 2, 1, 5, "outils", false, None),
        new("numerique", 1, 1, 5, null, false, None), new("francais", 2, 2, 10, null, false, None), new("marche", 2, 2, 12, null, false, new Dictionary<string, double> { ["compagnie"] = 0.8 }),
        new("compagnie", 1, 1, 4, null, false, None), new("devoirs", 1, 1, 6, null, false, None), new("entre-femmes", 2, 2, 10, null, true, new Dictionary<string, double> { ["compagnie"] = 0.5 }),
    ];

    private static readonly string[] Ages = ["age:-25", "age:25-59", "age:60+"], Tenures = ["logement:locataire", "logement:proprietaire"], Tools = ["cuisine", "outils"];

    private static Dictionary<string, double> None => [];

    /// <summary>Makes one.</summary>
    /// <param name="needs">How many needs, at least 0.</param>
    /// <param name="resources">How many resources, at least 0; one in eight lends equipment.</param>
    /// <param name="places">How many places, at least 0; half as many moments are already held.</param>
    /// <param name="seed">The same seed makes the same territory.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below 0.</exception>
    public static OpportunityProblem Make(int needs, int resources, int places, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(needs);
        ArgumentOutOfRangeException.ThrowIfNegative(resources);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        var random = new SeededRandom(seed);
        var towns = new GeoSpot[Math.Max(1, (places + 4) / 5)];
        var side = 0.02 * Math.Sqrt(towns.Length) + 0.01;
        for (var t = 0; t < towns.Length; t++) towns[t] = Spot(46.5 + side * (random.NextDouble() - 0.5), 2.5 + 1.45 * side * (random.NextDouble() - 0.5));
        var madePlaces = Times(places, i => (Town: i % towns.Length, I: i)).Select(p => new MeetingPlace($"lieu-{p.I + 1}", Area(p.Town), Near(towns[p.Town], 0.012, random), 4 + Below(random, 16),
            Slots(random, 3, 9, 3), random.NextDouble() < 0.4 ? [Tools[Below(random, 2)]] : [])).ToList();
        var madeNeeds = Times(needs, i => i).Select(i =>
        {
            var town = Below(random, towns.Length);
            List<string> groups = random.NextDouble() < 0.7 ? [Ages[Below(random, 3)], Tenures[Below(random, 2)]] : []; // three in ten say nothing
            return new Need($"besoin-{i + 1}", Below(random, Kinds.Length), Area(town), Near(towns[town], 0.015, random), 1500 + 500 * Below(random, 12), (TravelMode)Below(random, 4), Slots(random, 3, 9, 3), 1, random.NextDouble() < 0.1 ? 2 : 1, groups);
        }).ToList();
        var madeResources = Times(resources, i => i).Select(i =>
        {
            var (town, lends) = (Below(random, towns.Length), i % 8 == 7);
            var kinds = lends ? [] : new SortedSet<int> { Below(random, Kinds.Length), Below(random, Kinds.Length) }.ToList();
            return new IdleResource($"ressource-{i + 1}", kinds, lends ? [Tools[Below(random, 2)]] : [], Area(town), Near(towns[town], 0.015, random), 2000 + 1000 * Below(random, 10), (TravelMode)Below(random, 4),
                lends ? WeekHours.Always : Slots(random, 2, 9, 3), lends ? 4 : 1 + Below(random, 2), !lends && needs > 0 && random.NextDouble() < 0.3 ? Below(random, needs) : -1);
        }).ToList();
        for (var (r, owned) = (0, new HashSet<int>()); r < madeResources.Count; r++)
            if (madeResources[r].Need >= 0 && !owned.Add(madeResources[r].Need)) madeResources[r] = madeResources[r] with { Need = -1 };
        var moments = Times(places / 2, i => i).Select(i =>
        {
            var (town, kind) = (Below(random, towns.Length), Below(random, Kinds.Length));
            return new HeldMoment($"moment-{i + 1}", kind, Area(town), Near(towns[town], 0.012, random), 24 * Below(random, 7) + 9 + Below(random, 9), Kinds[kind].Hours, 1 + Below(random, 4));
        }).ToList();
        return new(Kinds, madeNeeds, madeResources, madePlaces, moments, new(), new());
    }

    private static string Area(int town) => $"village-{town + 1}";

    private static IEnumerable<T> Times<T>(int many, Func<int, T> make) => Enumerable.Range(0, many).Select(make);

    private static int Below(SeededRandom random, int many) => (int)(random.NextDouble() * many);

    private static GeoSpot Near(GeoSpot town, double degrees, SeededRandom random) => Spot(town.Latitude + degrees * (random.NextDouble() - 0.5), town.Longitude + 1.45 * degrees * (random.NextDouble() - 0.5));

    private static GeoSpot Spot(double latitude, double longitude) => new(Math.Round(latitude, 5), Math.Round(longitude, 5));

    private static WeekHours Slots(SeededRandom random, int many, int first, int length)
    {
        var hours = default(WeekHours);
        for (var i = 0; i < many; i++) hours = hours.With(WeekHours.Of(24 * Below(random, 7) + first + 2 * Below(random, 5), length));
        return hours;
    }
}
