using System.Globalization;
using System.Text;
using Trame.Engines.FairBudget;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Budgets;

/// <summary>The answer for a person.</summary>
internal static class TallyWords
{
    public static string Write(PabulibFile file, TallyRequest request, TallyRequest.Counted counted, IReadOnlyList<TallyComparison.Line>? comparison, string? explain)
    {
        var (outcome, election) = (counted.Outcome, counted.Outcome.Election);
        var said = new StringBuilder();
        said.AppendLine(file["description"] ?? file["unit"] ?? "");
        said.AppendLine(Texts.Get("budgets.said.rule", Texts.Get($"budgets.rule.{request.Rule}"), Number(counted.Seconds, "0.00")));
        said.AppendLine(Texts.Get("budgets.said.funded", Number(outcome.Funded.Count), Number(election.Projects.Count), Money(outcome.Cost), Money(election.Budget), Number(election.Voters)));
        if (outcome.Endowment is { } endowment) said.AppendLine(Texts.Get("budgets.said.endowment", Number(endowment, "N2")));
        Voters(said, outcome, request);
        if (explain is not null) said.AppendLine().AppendLine(Reasons(outcome, outcome.Accounts.First(a => election.Projects[a.Project].Id == explain)));
        else
        {
            said.AppendLine().AppendLine(Texts.Get("budgets.said.list"));
            foreach (var project in outcome.Funded) said.AppendLine($"  {Reasons(outcome, outcome.Accounts[project])}");
            said.AppendLine().AppendLine(Texts.Get("budgets.said.others"));
            foreach (var account in outcome.Accounts.Where(a => a.By == FundedBy.Nothing).OrderByDescending(a => a.Votes)) said.AppendLine($"  {Reasons(outcome, account)}");
        }

        if (comparison is not null) Compare(said, comparison);
        return said.ToString();
    }

    private static void Voters(StringBuilder said, BudgetOutcome outcome, TallyRequest request)
    {
        var measures = OutcomeMeasures.Of(outcome);
        said.AppendLine(Texts.Get("budgets.said.excluded", Number(measures.Excluded), Percent(measures.ExclusionRatio), Number(measures.AverageFunded, "0.00"), Number(measures.AverageCost, "N2")));
        var wronged = EjrPlus.Violations(outcome, request.Utility);
        if (wronged.Count == 0) said.AppendLine(Texts.Get("budgets.said.fair"));
        else said.AppendLine(Texts.CountOf("budgets.said.unfair", wronged.Count, Number(wronged[0].Voters), Name(outcome, wronged[0].Project), Money(wronged[0].Share)));
        foreach (var category in measures.Categories)
            said.AppendLine(Texts.Get("budgets.said.category", category.Name.Length > 0 ? category.Name : Texts.Get("budgets.said.no-category"), Number(category.Funded), Number(category.Projects), Percent(category.Votes), Percent(category.Money)));
    }

    private static string Reasons(BudgetOutcome outcome, ProjectAccount account)
    {
        var project = outcome.Election.Projects[account.Project];
        return $"{Texts.CountOf("budgets.project", account.Votes, project.Id, project.Name, Money(project.Cost))} {Why(outcome, account)}".TrimEnd();
    }

    private static string Why(BudgetOutcome outcome, ProjectAccount account) => account switch
    {
        { By: FundedBy.UtilitarianCompletion } => Texts.Get("budgets.why.completion"),
        { By: FundedBy.Rule, PaidTheRest: { } rest } => Texts.CountOf("budgets.why.paid", account.PaidPrice ?? 0, Number(account.Price ?? 0, "N2"), Number(rest), Number(account.HadNothing ?? 0), Number(account.EffectiveVotes ?? 0, "N1")),
        { By: FundedBy.Rule } => "",
        { MoneyBehind: { } behind } => $"{Texts.Get("budgets.why.behind", Number(behind, "N2"), Number(account.MissingMoney ?? 0, "N2"))}{Votes(account)}{OutOfReach(outcome, account)}",
        { MissingMoney: > 0 and var money } => $"{Texts.Get("budgets.why.no-room", Number(money, "N2"))}{Votes(account)}",
        _ => $"{Texts.Get("budgets.why.not-reached")}{Votes(account)}",
    };

    private static string Votes(ProjectAccount account) => account.MissingVotes is { } votes and > 0 ? $" {Texts.CountOf("budgets.why.votes", votes)}" : "";

    private static string OutOfReach(BudgetOutcome outcome, ProjectAccount account) => account.OutOfReachBy is { } by
        ? $" {Texts.Get("budgets.why.out-of-reach", Name(outcome, by), Number(account.EffectiveVotes ?? 0, "N1"))}" : "";

    private static void Compare(StringBuilder said, IReadOnlyList<TallyComparison.Line> lines)
    {
        said.AppendLine().AppendLine(Texts.Get("budgets.compare"));
        foreach (var line in lines)
            said.AppendLine(Texts.Get("budgets.compare.line", $"{Texts.Get($"budgets.rule.{line.Rule}")}{(line.Completion is null or "none" ? "" : $" + {line.Completion}")}", Number(line.Projects), Money(line.Cost), Percent(line.ExclusionRatio),
                Number(line.AverageFunded, "0.00"), Number(line.Violations), Number(line.PreferIt), Number(line.PreferAsked)));
    }

    private static string Name(BudgetOutcome outcome, int project) => outcome.Election.Projects[project].Name;

    private static string Money(decimal money) => money.ToString(money == Math.Truncate(money) ? "N0" : "N2", CultureInfo.CurrentUICulture);

    private static string Number(double number, string format = "N0") => number.ToString(format, CultureInfo.CurrentUICulture);

    private static string Percent(double share) => share.ToString("P1", CultureInfo.CurrentUICulture);
}
