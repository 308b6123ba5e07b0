using Trame.Engines.FairBudget;
using Trame.Foundation;

namespace Trame.Deliberate.Budgets;

/// <summary>The answer for another program. Field names are a promise: outside checks read them.</summary>
internal static class TallyJson
{
    public static string Write(TallyRequest request, TallyRequest.Counted counted, IReadOnlyList<TallyComparison.Line>? comparison)
    {
        var (outcome, election) = (counted.Outcome, counted.Outcome.Election);
        var measures = OutcomeMeasures.Of(outcome);
        return JsonAnswer.Of(new
        {
            request.Rule,
            Utility = request.UtilityWord,
            Completion = request.Rule == TallyRequest.EqualShares ? request.CompletionWord : null,
            Selected = outcome.Funded.Select(Id),
            outcome.Cost,
            election.Budget,
            election.Voters,
            measures.Excluded,
            counted.Seconds,
            Explanation = new
            {
                TieOrder = request.Ties == "id" ? ["id"] : (string[])["votes", "cost", "id"],
                outcome.Endowment,
                Projects = outcome.Accounts.Select(Account),
                Voters = new { measures.ExclusionRatio, measures.AverageFunded, measures.AverageCost, ByFunded = measures.VotersByFunded, ByShareSpent = outcome.VotersByShareSpent, SpentNothing = outcome.VotersWhoSpentNothing },
                Proportionality = new { Test = "EJR+ up to one", Violations = EjrPlus.Violations(outcome, request.Utility).Select(v => new { Project = Id(v.Project), v.Voters, v.Share, v.Deserved, v.BestOff }) },
                measures.Categories,
            },
            Comparison = comparison,
        }) + "\n";

        string Id(int project) => election.Projects[project].Id;

        object Account(ProjectAccount a) => new
        {
            Id = Id(a.Project), election.Projects[a.Project].Name, election.Projects[a.Project].Cost, a.Votes, Funded = a.By != FundedBy.Nothing,
            By = a.By switch { FundedBy.Rule => request.Rule, FundedBy.UtilitarianCompletion => "utilitarian", _ => null },
            a.Round, a.EffectiveVotes, a.Price, a.PaidPrice, a.PaidTheRest, a.HadNothing,
            NotPaid = a.PaidPrice is { } whole && a.PaidTheRest is { } rest ? election.Voters - whole - rest : (int?)null,
            OutOfReachBy = a.OutOfReachBy is { } by ? Id(by) : null, a.MoneyBehind, a.MissingMoney, a.MissingVotes,
        };
    }
}
