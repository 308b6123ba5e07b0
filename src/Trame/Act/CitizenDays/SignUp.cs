using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Act.CitizenDays;

/// <summary>
/// People who come together to a citizen day: one, a family, a group of friends. Holds: they stay together; no account, first names at most, forgotten after the day or as soon as they withdraw;
/// no history is kept of it.
/// </summary>
public sealed class SignUp
{
    public const int MostTogether = 10;
    public const int MostWishes = 3;
    public const int NameLength = 40;
    public const int ReachLength = 120;

    private SignUp() { }

    public SignUp(Guid id, Guid dayId, IReadOnlyList<SignedPerson> people, IReadOnlyList<Guid> wishes, IReadOnlyList<string> languages, string quarter, string reach, Channel channel, string code, Instant at, bool walkIn) =>
        (Id, DayId, People, Wishes, Languages, Quarter, Reach, Channel, Code, SignedAt, WalkIn) = (id, dayId, people, wishes, languages, quarter, reach, channel, code, at, walkIn);

    /// <summary>Of a walk-in, chosen by the desk that typed it: sent twice, it is one.</summary>
    public Guid Id { get; private set; }
    public Guid DayId { get; private set; }
    public IReadOnlyList<SignedPerson> People { get; private set; } = [];

    /// <summary>Worksites, the best liked first.</summary>
    public IReadOnlyList<Guid> Wishes { get; private set; } = [];
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>A neighbourhood, if they wished to say; so that teams mix, and to measure it afterwards.</summary>
    public string Quarter { get; private set; } = "";
    public string Reach { get; private set; } = "";
    public Channel Channel { get; private set; }
    public string Code { get; private set; } = "";
    public Instant SignedAt { get; private set; }
    public bool WalkIn { get; private set; }
    public Instant? WithdrawnAt { get; private set; }
    public Guid? SiteId { get; private set; }

    /// <summary>A person chose this site for them: no computation moves them.</summary>
    public bool ByHand { get; private set; }

    /// <summary>The site they were told.</summary>
    public Guid? ToldId { get; private set; }
    public int Version { get; private set; } = 1;

    public int Came => People.Count(p => p.Came);

    public void Place(Guid? siteId, bool byHand)
    {
        (SiteId, ByHand) = (siteId, byHand && siteId is not null);
        Version++;
    }

    public void Tell()
    {
        if (ToldId == SiteId) return;
        ToldId = SiteId;
        Version++;
    }

    /// <param name="here">Who is there: the same number of people, in the same order.</param>
    public Outcome Arrive(IReadOnlyList<bool> here)
    {
        if (WithdrawnAt is not null) return new Refusal("days.sign-up.withdrawn");
        if (here.Count != People.Count) return Refusal.Conflict;
        if (People.Select(p => p.Came).SequenceEqual(here)) return Outcome.Done;
        People = [.. People.Zip(here, (p, came) => p with { Came = came })];
        Version++;
        return Outcome.Done;
    }

    public Outcome Withdraw(Instant at)
    {
        if (WithdrawnAt is not null) return Outcome.Done; // sent twice: it is so already
        if (Came > 0) return new Refusal("days.sign-up.came-already");
        (WithdrawnAt, SiteId, ToldId, ByHand) = (at, null, null, false);
        Forget();
        Version++;
        return Outcome.Done;
    }

    /// <summary>Who it was is forgotten; how many they were, and where, stays.</summary>
    public void Forget() => (People, Reach, Quarter) = ([.. People.Select(p => p with { Name = "" })], "", "");
}
