using NodaTime;

namespace Trame.Deliberate.Budgets;

/// <summary>What is promised before anything is proposed: how much, for what, who votes and how, when, and how it is counted.</summary>
/// <param name="Eligibility">What a project must be to be voted on.</param>
/// <param name="Voters">Who may vote.</param>
/// <param name="ListChecked">A code is given after a check on a list, which Trame never sees; otherwise to whoever comes.</param>
/// <param name="Points">Projects at most on an approval ballot, or points to share out; a knapsack has the envelope.</param>
/// <param name="Decider">Who pays for what is voted.</param>
public sealed record BudgetFrame(
    long? EnvelopeCents, string Eligibility, string Voters, bool ListChecked, LocalDate? ProposeFrom, LocalDate? ProposeUntil, LocalDate? VoteFrom, LocalDate? VoteUntil,
    BallotKind Ballot, int Points, CountRule Rule, string Decider, string HelpNote)
{
    public const int TextLength = 600;
    public const int ShortLength = 150;
    public const int MostPoints = 100;
    public const long MostCents = 100_000_000_000; // a billion euros
    public static readonly BudgetFrame Empty = new(null, "", "", false, null, null, null, null, BallotKind.Approval, 5, CountRule.EqualShares, "", "");
}
