using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Tables;

namespace Trame.Deliberate.Budgets;

/// <summary>What the budget promises; each question is one of the things without which it does not open.</summary>
public sealed class RulesPage(TrameDb db, FrameBudget frame) : BudgetPage(db)
{
    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string Amount { get; set; } = "";
    [BindProperty] public string Eligibility { get; set; } = "";
    [BindProperty] public string Voters { get; set; } = "";
    [BindProperty] public bool ListChecked { get; set; }
    [BindProperty] public string ProposeFrom { get; set; } = "";
    [BindProperty] public string ProposeUntil { get; set; } = "";
    [BindProperty] public string VoteFrom { get; set; } = "";
    [BindProperty] public string VoteUntil { get; set; } = "";
    [BindProperty] public string Ballot { get; set; } = "";
    [BindProperty] public string Points { get; set; } = "";
    [BindProperty] public string Rule { get; set; } = "";
    [BindProperty] public string Decider { get; set; } = "";
    [BindProperty] public string HelpNote { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        if (Stage != BudgetStage.Draft) return Redirect(Path);
        var f = Budget.Frame;
        (Version, Name, Eligibility, Voters, ListChecked, Decider, HelpNote) = (Budget.Version, Budget.Name, f.Eligibility, f.Voters, f.ListChecked, f.Decider, f.HelpNote);
        Amount = f.EnvelopeCents is { } cents ? cents == 0 ? "0" : TypedQuantity.Write(true, cents) : "";
        (ProposeFrom, ProposeUntil, VoteFrom, VoteUntil) = (Written(f.ProposeFrom), Written(f.ProposeUntil), Written(f.VoteFrom), Written(f.VoteUntil));
        (Ballot, Points, Rule) = (EnumWords.Write(f.Ballot), $"{f.Points}", EnumWords.Write(f.Rule));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        var refusals = new List<Refusal>();
        var typed = Read(refusals);
        var outcome = refusals.Count > 0 ? Outcome.Of(refusals)
            : Warned(("budget.name", Name), ("budget.eligibility", Eligibility), ("budget.voters", Voters), ("budget.decider", Decider), ("budget.help", HelpNote)) ? PeopleWarning.Refusal
            : await frame.Handle(new(Budget.Id, Version, Name, typed), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("budget.saved");
        return Redirect(Path);
    }

    private BudgetFrame Read(List<Refusal> refusals) => new(Cents(refusals), Eligibility.Trim(), Voters.Trim(), ListChecked, DayOf(ProposeFrom, "ProposeFrom", refusals), DayOf(ProposeUntil, "ProposeUntil", refusals),
        DayOf(VoteFrom, "VoteFrom", refusals), DayOf(VoteUntil, "VoteUntil", refusals), EnumWords.TryRead<BallotKind>(Ballot, out var ballot) ? ballot : BallotKind.Approval,
        int.TryParse(Points.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : 0, EnumWords.TryRead<CountRule>(Rule, out var rule) ? rule : CountRule.EqualShares, Decider.Trim(), HelpNote.Trim());

    private long? Cents(List<Refusal> refusals)
    {
        if (Amount.Trim().Length == 0) return null;
        if (NumberCells.Decimal(Amount) is { HasValue: true, Value: 0 }) return 0;
        if (TypedQuantity.Read(true, Amount, BudgetFrame.MostCents) is { } cents) return cents;
        refusals.Add(new("debates.amount.wrong", "Amount"));
        return null;
    }

    private static string Written(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static LocalDate? DayOf(string typed, string field, List<Refusal> refusals)
    {
        if (typed.Trim().Length == 0) return null;
        if (LocalDatePattern.Iso.Parse(typed.Trim()) is { Success: true } read) return read.Value;
        refusals.Add(new("debates.day.wrong", field));
        return null;
    }
}
