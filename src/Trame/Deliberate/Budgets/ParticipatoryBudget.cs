using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Budgets;

/// <summary>
/// An envelope that residents share out. Holds: it opens only with an amount, what is eligible, who votes, who pays, and dates in order; what was promised at the opening
/// does not change; votes are counted once, after the last day of the vote, by the rule said before.
/// </summary>
public sealed class ParticipatoryBudget : IVersioned
{
    public const int NameLength = 150;

    private ParticipatoryBudget() { }

    public ParticipatoryBudget(string name, string slug, Guid territoryId, Instant at) => (Name, Slug, TerritoryId, CreatedAt) = (name, slug, territoryId, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public long? EnvelopeCents { get; private set; }
    public string Eligibility { get; private set; } = "";
    public string Voters { get; private set; } = "";
    public bool ListChecked { get; private set; }
    public LocalDate? ProposeFrom { get; private set; }
    public LocalDate? ProposeUntil { get; private set; }
    public LocalDate? VoteFrom { get; private set; }
    public LocalDate? VoteUntil { get; private set; }
    public BallotKind Ballot { get; private set; }
    public int Points { get; private set; } = BudgetFrame.Empty.Points;
    public CountRule Rule { get; private set; }
    public string Decider { get; private set; } = "";
    public string HelpNote { get; private set; } = "";
    public LocalDate? OpenedOn { get; private set; }
    public LocalDate? CountedOn { get; private set; }

    /// <summary>Who voted by each way, once counted; the codes themselves are then gone.</summary>
    public List<int> CameBy { get; private set; } = [];
    public Instant CreatedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public BudgetFrame Frame => new(EnvelopeCents, Eligibility, Voters, ListChecked, ProposeFrom, ProposeUntil, VoteFrom, VoteUntil, Ballot, Points, Rule, Decider, HelpNote);

    public BudgetStage StageOn(LocalDate today) =>
        OpenedOn is null ? BudgetStage.Draft : CountedOn is not null ? BudgetStage.Counted : today < ProposeFrom ? BudgetStage.Announced : today <= ProposeUntil ? BudgetStage.Proposing
        : today < VoteFrom ? BudgetStage.Studying : today <= VoteUntil ? BudgetStage.Voting : BudgetStage.Counting;

    public Outcome Set(string name, BudgetFrame frame)
    {
        if (OpenedOn is not null) return new Refusal("budget.frame.open");
        if (Blank.Is(name)) return new Refusal("budget.name.missing", "Name");
        Name = name.Trim();
        (EnvelopeCents, Eligibility, Voters, ListChecked, Decider, HelpNote) = (frame.EnvelopeCents, frame.Eligibility, frame.Voters, frame.ListChecked, frame.Decider, frame.HelpNote);
        (ProposeFrom, ProposeUntil, VoteFrom, VoteUntil) = (frame.ProposeFrom, frame.ProposeUntil, frame.VoteFrom, frame.VoteUntil);
        (Ballot, Points, Rule) = (frame.Ballot, frame.Points, frame.Rule);
        return Outcome.Done;
    }

    /// <summary>All that is missing before it may open, each by its name.</summary>
    public IEnumerable<Refusal> Lacks(LocalDate today)
    {
        if (EnvelopeCents is null) yield return new("budget.lacks.envelope", "Envelope");
        else if (EnvelopeCents <= 0) yield return new("budget.lacks.zero", "Envelope");
        if (Blank.Is(Eligibility)) yield return new("budget.lacks.eligibility", "Eligibility");
        if (Blank.Is(Voters)) yield return new("budget.lacks.voters", "Voters");
        if (Blank.Is(Decider)) yield return new("budget.lacks.decider", "Decider");
        if (Ballot != BallotKind.Knapsack && Points is < 1 or > BudgetFrame.MostPoints) yield return new("budget.lacks.points", "Points", $"{BudgetFrame.MostPoints}");
        if (ProposeFrom is null || ProposeUntil is null || VoteFrom is null || VoteUntil is null) yield return new("budget.lacks.dates", "ProposeFrom");
        else if (ProposeUntil < ProposeFrom || VoteFrom <= ProposeUntil || VoteUntil < VoteFrom) yield return new("budget.lacks.order", "ProposeFrom");
        else if (ProposeUntil < today) yield return new("budget.lacks.past", "ProposeUntil");
    }

    public Outcome Open(LocalDate today)
    {
        if (OpenedOn is not null) return new Refusal("budget.open.already");
        var lacking = Outcome.Of(Lacks(today));
        if (lacking.Accepted) OpenedOn = today;
        return lacking;
    }

    /// <param name="cameBy">People who voted, in the order of <see cref="Foundation.Facts.Channel"/>.</param>
    /// <param name="today">The day of the count.</param>
    public Outcome Count(IEnumerable<int> cameBy, LocalDate today)
    {
        if (StageOn(today) == BudgetStage.Counted) return new Refusal("budget.count.already");
        if (StageOn(today) != BudgetStage.Counting) return new Refusal("budget.count.early");
        (CountedOn, CameBy) = (today, [.. cameBy]);
        return Outcome.Done;
    }
}
