using Trame.Engines.FairBudget;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Budgets;

/// <summary>Why a project is funded or not, for somebody who voted: who paid how much, or what was missing.</summary>
internal static class BudgetWords
{
    public static string Why(BudgetOutcome outcome, ProjectAccount account) => string.Join(' ', Sentences(outcome, account));

    private static IEnumerable<string> Sentences(BudgetOutcome outcome, ProjectAccount account)
    {
        if (account.By == FundedBy.UtilitarianCompletion) yield return Texts.Get("budgets.why.completion");
        else if (account is { By: FundedBy.Rule, Price: { } price })
        {
            if (account.PaidPrice is { } whole and > 0) yield return Texts.CountOf("budget.why.paid", whole, BudgetPage.Euros(price));
            if (account.PaidTheRest is { } rest and > 0) yield return Texts.CountOf("budget.why.rest", rest);
            if (account.HadNothing is { } nothing and > 0) yield return Texts.CountOf("budget.why.nothing", nothing);
        }
        else if (account.By == FundedBy.Rule) yield return Texts.Get("budget.why.fits");
        else
        {
            if (account.MoneyBehind is { } behind) yield return Texts.Get("budget.why.behind", BudgetPage.Euros(behind), BudgetPage.Euros(account.MissingMoney ?? 0));
            else if (account.MissingMoney is { } money and > 0) yield return Texts.Get("budget.why.no-room", BudgetPage.Euros(money));
            if (account.OutOfReachBy is { } by) yield return Texts.Get("budget.why.out-of-reach", outcome.Election.Projects[by].Name);
            if (account.MissingVotes is { } votes and > 0) yield return Texts.CountOf("budgets.why.votes", votes);
        }
    }
}
