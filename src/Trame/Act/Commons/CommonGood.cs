using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Act.Commons;

/// <summary>
/// What people hold and look after together: a garden, an oven, a workshop, a path. Holds: its rules are those that its users adopted, with the day and how many agreed; new rules never erase the old ones, which stay among its decisions.
/// </summary>
public sealed class CommonGood : IVersioned
{
    public const int TextLength = 600;
    public const int RulesLength = 4000;
    public const int MostPeople = 10_000;

    private CommonGood() { }

    public CommonGood(Guid occasionId) => OccasionId = occasionId;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The place or the project that it is.</summary>
    public Guid OccasionId { get; private set; }
    public string MayUse { get; private set; } = "";
    public string Rules { get; private set; } = "";
    public LocalDate? AdoptedOn { get; private set; }

    /// <summary>How many users agreed to the rules.</summary>
    public int AdoptedBy { get; private set; }
    public string Story { get; private set; } = "";
    public int Version { get; private set; } = 1;

    public Outcome Describe(string mayUse, string story)
    {
        var (may, told) = (mayUse.Trim(), story.Trim());
        List<Refusal> refusals = [];
        if (may.Length is 0 or > TextLength) refusals.Add(new("commons.may-use.missing", "MayUse", $"{TextLength}"));
        if (told.Length > RulesLength) refusals.Add(new("occasions.field.long", "Story", $"{RulesLength}", $"{told.Length}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (MayUse, Story) = (may, told);
        return Outcome.Done;
    }

    /// <returns>The decision to write beside it.</returns>
    public Outcome<CommonEntry> Adopt(string rules, LocalDate day, int people, LocalDate today, string reason, Instant at)
    {
        var text = rules.Trim();
        List<Refusal> refusals = [];
        if (text.Length is 0 or > RulesLength) refusals.Add(new("commons.rules.missing", "Rules", $"{RulesLength}"));
        else if (text == Rules) refusals.Add(new("commons.rules.same", "Rules"));
        if (day > today) refusals.Add(new("commons.rules.future", "Day"));
        if (people is < 2 or > MostPeople) refusals.Add(new("commons.rules.people", "People", $"{MostPeople}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        var decision = CommonEntry.Of(Id, EntryKind.Decision, reason, day, null, at);
        if (!decision.Accepted) return decision;
        decision.Value.Keep(Rules);
        (Rules, AdoptedOn, AdoptedBy) = (text, day, people);
        return decision;
    }
}
