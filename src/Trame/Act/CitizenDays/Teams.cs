using Trame.Engines.Opportunities.Worksites;

namespace Trame.Act.CitizenDays;

/// <summary>The people and worksites of a day in the words of the engine, and its answer in ours. Who was placed by hand is not asked about: their places and skills are taken off.</summary>
public static class Teams
{
    /// <summary>Half a site at most to one neighbourhood, when people said theirs.</summary>
    private static readonly WorksiteWeights Weights = new(MixingShare: 0.5);

    /// <param name="Sites">Site of each sign-up, in their order; null: waiting.</param>
    public sealed record Proposal(IReadOnlyList<Guid?> Sites, PlanTold Told);

    /// <param name="sites">Kept ones.</param>
    /// <param name="signUps">Who is expected, or who is there.</param>
    /// <param name="balance">On the day: those who were placed stay where they are unless it is worth moving them.</param>
    public static Proposal Make(IReadOnlyList<Worksite> sites, IReadOnlyList<SignUp> signUps, bool balance, CancellationToken stop)
    {
        var index = sites.Index().ToDictionary(s => s.Item.Id, s => s.Index);
        var fixedAt = signUps.Where(s => s is { ByHand: true, SiteId: { } site } && index.ContainsKey(site)).ToLookup(s => s.SiteId);
        var free = signUps.Index().Where(s => !(s.Item.ByHand && s.Item.SiteId is { } site && index.ContainsKey(site))).ToList();
        var people = free.SelectMany(s => s.Item.People.Select((p, n) => Volunteer(s.Item, p, n, index, balance))).ToList();
        var plan = WorksiteSolver.Solve([.. sites.Select(s => Left(s, [.. fixedAt[s.Id]]))], people, Weights, stop: stop);
        var placed = signUps.Select(s => s.SiteId).ToArray();
        var at = 0;
        foreach (var (n, signUp) in free)
        {
            placed[n] = plan.Sites[at] < 0 ? null : sites[plan.Sites[at]].Id; // those of one sign-up are one family: they have one site
            at += signUp.People.Count;
        }

        return new(placed, new(plan.Cost, plan.Bound, plan.Wishes, signUps.Sum(s => s.People.Count), plan.Sites.Count(s => s < 0)));
    }

    private static Engines.Opportunities.Worksites.Worksite Left(Worksite site, IReadOnlyList<SignUp> fixedHere)
    {
        var there = fixedHere.SelectMany(s => s.People).ToList();
        return new(site.Id.ToString(), Math.Max(0, Math.Min(site.Least - there.Count, Math.Max(0, site.Most - there.Count))), Math.Max(0, site.Most - there.Count))
        {
            Skills = site.Asks.Skills.ToDictionary(s => s.Skill, s => Math.Max(0, s.Count - there.Count(p => p.Skills.Contains(s.Skill)))),
            Languages = site.Asks.Languages, Access = site.Asks.Access,
        };
    }

    private static Volunteer Volunteer(SignUp signUp, SignedPerson person, int n, Dictionary<Guid, int> index, bool balance) => new($"{signUp.Id}/{n}", [.. signUp.Wishes.Where(index.ContainsKey).Select(w => index[w])])
    {
        Family = signUp.People.Count > 1 ? signUp.Id.ToString() : null, Skills = person.Skills, Languages = signUp.Languages, Needs = person.Needs,
        Group = signUp.Quarter.Length > 0 ? signUp.Quarter.ToUpperInvariant() : null, Told = balance && signUp.SiteId is { } site && index.TryGetValue(site, out var told) ? told : -1,
    };
}
