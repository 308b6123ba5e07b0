using Trame.Engines.FairBudget;

namespace Trame.Deliberate.Budgets;

/// <summary>The rules side by side on the same ballots.</summary>
internal static class TallyComparison
{
    /// <param name="Rule">Its words.</param>
    /// <param name="Projects">How many it funds.</param>
    /// <param name="Cost">For how much.</param>
    /// <param name="ExclusionRatio">Voters with nothing funded, in [0, 1].</param>
    /// <param name="AverageFunded">Funded projects on a ballot.</param>
    /// <param name="AverageCost">Their cost.</param>
    /// <param name="Violations">Projects whose supporters are wronged (EJR+ up to one).</param>
    /// <param name="PreferIt">Voters who have more funded projects than under the rule that was asked for.</param>
    /// <param name="PreferAsked">Voters who have fewer.</param>
    public sealed record Line(string Rule, string? Completion, int Projects, decimal Cost, double ExclusionRatio, double AverageFunded, double AverageCost, int Violations, int PreferIt, int PreferAsked);

    private static readonly (string Rule, string Word, Completion Completion)[] Rules =
    [
        (TallyRequest.EqualShares, "none", Completion.None), (TallyRequest.EqualShares, "add1", Completion.Add1), (TallyRequest.EqualShares, "add1u", Completion.Add1Utilitarian),
        (TallyRequest.Overspending, "none", Completion.None), (TallyRequest.Phragmen, "none", Completion.None), (TallyRequest.Greedy, "none", Completion.None),
    ];

    public static IReadOnlyList<Line> Of(BudgetOutcome asked, TallyRequest request, IProgress<double> progress, CancellationToken stop) =>
    [
        .. Rules.Select(rule =>
        {
            var outcome = (request with { Rule = rule.Rule, Completion = rule.Completion }).Count(asked.Election, progress, stop).Outcome;
            var measures = OutcomeMeasures.Of(outcome);
            var (preferAsked, preferIt) = OutcomeMeasures.Preferences(asked, outcome);
            return new Line(rule.Rule, rule.Rule == TallyRequest.EqualShares ? rule.Word : null, outcome.Funded.Count, outcome.Cost, measures.ExclusionRatio, measures.AverageFunded,
                measures.AverageCost, EjrPlus.Violations(outcome, request.Utility).Count, preferIt, preferAsked);
        }),
    ];
}
