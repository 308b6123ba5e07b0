using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Act.CitizenDays;

/// <summary>A worksite of a citizen day. Holds: least and most in order; what was done is told after, and a fact says how many came.</summary>
public sealed class Worksite : IVersioned
{
    public const int NameLength = 100;
    public const int TextLength = 400;
    public const int MostPeople = 500;
    public const int MostSkills = 8;

    private Worksite() { }

    private Worksite(Guid dayId, int number) => (DayId, Number) = (dayId, number);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DayId { get; private set; }

    /// <summary>Painted on its sign: never given twice in a day.</summary>
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public WorksiteState State { get; private set; }

    /// <summary>Why it is not kept; nothing otherwise.</summary>
    public string Reason { get; private set; } = "";
    public int Least { get; private set; }
    public int Most { get; private set; }
    public SiteText About { get; private set; } = SiteText.Empty;
    public SiteAsks Asks { get; private set; } = SiteAsks.None;

    /// <summary>In the evening: what was done, how many came, and the fact that told it last.</summary>
    public string Done { get; private set; } = "";
    public int? Came { get; private set; }
    public Guid? FactId { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<Worksite> Of(Guid dayId, int number, string name, int? least, int? most, SiteText about, SiteAsks asks)
    {
        var made = new Worksite(dayId, number);
        var outcome = made.Describe(name, least, most, about, asks);
        return outcome.Accepted ? made : outcome;
    }

    public Outcome Describe(string name, int? least, int? most, SiteText about, SiteAsks asks)
    {
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("days.site.name.missing", "SiteName"));
        if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", "SiteName", $"{NameLength}", $"{name.Trim().Length}"));
        if (most is not (>= 1 and <= MostPeople)) refusals.Add(new("days.site.most.wrong", "Most", $"{MostPeople}"));
        else if (least is null || least < 0 || least > most) refusals.Add(new("days.site.least.wrong", "Least"));
        if (about.Parts.Any(p => p.Text.Length > TextLength)) refusals.Add(new("days.text.long", "What", $"{TextLength}"));
        if (asks.Skills.Count > MostSkills || asks.Skills.Any(s => s.Count is < 1 or > MostPeople || s.Skill.Length > 40)) refusals.Add(new("days.site.skills.wrong", "Skills"));
        if (asks.Skills.Sum(s => s.Count) > (most ?? 0)) refusals.Add(new("days.site.skills.many", "Skills"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (Name, Least, Most, About, Asks) = (name.Trim(), least!.Value, most!.Value, about, asks); // neither is null: refused above
        return Outcome.Done;
    }

    public Outcome Decide(WorksiteState state, string reason)
    {
        if (state == WorksiteState.Refused && Blank.Is(reason)) return new Refusal("days.site.reason.missing", "Reason");
        if (reason.Trim().Length > TextLength) return new Refusal("occasions.field.long", "Reason", $"{TextLength}", $"{reason.Trim().Length}");
        (State, Reason) = (state, state == WorksiteState.Refused ? reason.Trim() : "");
        return Outcome.Done;
    }

    public Outcome Tell(string done, int? came, Guid factId)
    {
        if (came is not (>= 0 and <= 10 * MostPeople)) return new Refusal("days.evening.came.wrong", "Came");
        if (done.Trim().Length > TextLength) return new Refusal("occasions.field.long", "Done", $"{TextLength}", $"{done.Trim().Length}");
        (Done, Came, FactId) = (done.Trim(), came, factId);
        return Outcome.Done;
    }
}
