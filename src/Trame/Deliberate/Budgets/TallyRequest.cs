using Trame.Engines.FairBudget;

namespace Trame.Deliberate.Budgets;

/// <summary>How to count, in the words of the command line and in those of the engine.</summary>
internal sealed record TallyRequest(string Rule, string UtilityWord, Utility Utility, string CompletionWord, Completion Completion, string Ties)
{
    public const string EqualShares = "equal-shares";
    public const string Greedy = "greedy";
    public const string Phragmen = "phragmen";
    public const string Overspending = "bos";

    /// <summary>An outcome and the time the engine took for it.</summary>
    public sealed record Counted(BudgetOutcome Outcome, double Seconds);

    public Counted Count(BudgetElection election, IProgress<double> progress, CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        var ties = Ties == "id" ? TieOrder.ById(election) : TieOrder.Published(election);
        var outcome = Rule switch
        {
            Greedy => GreedyBudget.Count(election, Utility, ties),
            Phragmen => SequentialPhragmen.Count(election, ties, stop),
            Overspending => BoundedOverspending.Count(election, Utility, ties, stop),
            _ => Engines.FairBudget.EqualShares.Count(election, Utility, Completion, ties, progress: progress, stop: stop),
        };
        return new(outcome, TimeProvider.System.GetElapsedTime(started).TotalSeconds);
    }
}
