using System.Globalization;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Budgets;

/// <summary>What a ballot may hold, the same on a screen and on paper.</summary>
public static class BallotRules
{
    /// <param name="budget">How people vote.</param>
    /// <param name="costs">Of the projects that are voted on, by number.</param>
    /// <param name="lines">The ballot.</param>
    /// <param name="blank">It is meant to be empty.</param>
    public static IEnumerable<Refusal> Wrong(ParticipatoryBudget budget, IReadOnlyDictionary<int, long> costs, IReadOnlyList<BallotLine> lines, bool blank)
    {
        if (lines.Count == 0 && !blank) yield return new("budget.ballot.empty", "Lines");
        if (lines.Count > 0 && blank) yield return new("budget.ballot.both", "Lines");
        if (lines.Any(l => !costs.ContainsKey(l.Project))) yield return new("budget.ballot.unknown", "Lines");
        else if (lines.DistinctBy(l => l.Project).Count() != lines.Count) yield return new("budget.ballot.twice", "Lines");
        else if (budget.Ballot == BallotKind.Points)
        {
            if (lines.Any(l => l.Points < 1 || l.Points > budget.Points)) yield return new("budget.ballot.points", "Lines", $"{budget.Points}");
            else if (lines.Sum(l => (long)l.Points) is var given && given > budget.Points) yield return new("budget.ballot.too-many-points", "Lines", $"{budget.Points}", $"{given}");
        }
        else if (lines.Any(l => l.Points != 1)) yield return new("budget.ballot.points", "Lines", "1");
        else if (budget.Ballot == BallotKind.Approval && lines.Count > budget.Points) yield return new("budget.ballot.too-many", "Lines", $"{budget.Points}", $"{lines.Count}");
        else if (budget.Ballot == BallotKind.Knapsack && lines.Sum(l => costs[l.Project]) - budget.EnvelopeCents is > 0 and var over) yield return new("budget.ballot.over", "Lines", PlainNumbers.Euros(over, CultureInfo.CurrentUICulture));
    }
}
