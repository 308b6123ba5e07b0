namespace Trame.Act.CitizenDays;

/// <summary>Where hands are missing: one worksite, who is sent there, who came.</summary>
public sealed record Hands(Worksite Site, int Placed, int Came)
{
    /// <summary>People still wanted for it to be worth holding.</summary>
    public int Missing => Math.Max(0, Site.Least - Placed);

    public int Room => Math.Max(0, Site.Most - Placed);

    public bool Takes(SignUp signUp) => Room >= signUp.People.Count && signUp.People.SelectMany(p => p.Needs).All(Site.Asks.Access.Contains)
        && (signUp.Languages.Count == 0 || Site.Asks.Languages.Count == 0 || signUp.Languages.Any(Site.Asks.Languages.Contains));

    /// <summary>Each worksite, those that miss most hands first, then those with most room.</summary>
    public static IReadOnlyList<Hands> Of(IEnumerable<Worksite> sites, IReadOnlyList<SignUp> signUps)
    {
        var there = signUps.Where(s => s.SiteId is not null).ToLookup(s => s.SiteId);
        return [.. sites.Select(s => new Hands(s, there[s.Id].Sum(u => u.People.Count), there[s.Id].Sum(u => u.Came))).OrderByDescending(h => h.Missing).ThenByDescending(h => h.Room).ThenBy(h => h.Site.Number)];
    }
}
