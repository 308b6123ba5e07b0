using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Trame.Engines.FairBudget;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Deliberate.Budgets;

/// <summary>What is funded and why, project by project; what the other rule would have given; the ballots, for anyone to count again.</summary>
public sealed class ResultsPage(TrameDb db, ReadResults read) : BudgetPage(db)
{
    public BudgetResults Results { get; private set; } = null!; // read first, or the page is elsewhere

    /// <summary>Too few people voted: what is funded is told, and nothing that would tell how each voted.</summary>
    public bool TooFew => Results.Ballots < Here.Settings.SecrecyThreshold;

    public OutcomeMeasures Measures => OutcomeMeasures.Of(Results.Outcome);

    public IEnumerable<ProjectAccount> InOrder => Results.Outcome.Funded.Select(p => Results.Outcome.Accounts[p]).Concat(Results.Outcome.Accounts.Where(a => a.By == FundedBy.Nothing).OrderByDescending(a => a.Votes).ThenBy(a => a.Project));

    public static string Percent(double share) => PlainNumbers.Percent((decimal)share, CultureInfo.CurrentUICulture);

    /// <summary>What each ballot began with, before shares rose to use the envelope.</summary>
    public double First => (double)Results.Outcome.Election.Budget / Math.Max(1, Results.Ballots);

    public int CameBy(Channel way) => Budget.CameBy.ElementAtOrDefault((int)way);

    public string Why(ProjectAccount account) => BudgetWords.Why(Results.Outcome, account);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    /// <summary>Every ballot, in the format that other tools read; in an order of their own, under numbers that are no receipts.</summary>
    public async Task<IActionResult> OnGetPabulibAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (TooFew) return NotFound();
        var file = PabulibFile.Of(Results.Outcome.Election, new Dictionary<string, string>
        {
            ["description"] = Budget.Name, ["country"] = "France", ["unit"] = Budget.Name, ["instance"] = $"{Budget.VoteUntil?.Year}", ["currency"] = "EUR",
            ["rule"] = Budget.Rule == CountRule.Greedy ? TallyRequest.Greedy : TallyRequest.EqualShares, ["comment"] = $"{Texts.Get("budget.pabulib.comment", Results.NoVotes.Count)}",
        });
        Response.ContentType = "text/plain; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{Budget.Slug}.pb\"";
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        file.Write(text);
        await Response.WriteAsync(text.ToString(), new UTF8Encoding(false), stop);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnGetTableAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        using var stream = new MemoryStream();
        using (var table = new TableWriter(stream, ["numero", "projet", "cout", "voix", "finance", "par", "raison", "autre_regle"]))
        {
            foreach (var a in InOrder)
            {
                var f = Results.Files[a.Project];
                table.Write($"{f.Number}", f.Name, Money(f.CostCents ?? 0), TooFew ? "" : $"{a.Votes}", a.By == FundedBy.Nothing ? "non" : "oui", EnumWords.Write(a.By), TooFew ? "" : Why(a), Results.Other.Funded.Contains(a.Project) ? "oui" : "non");
            }

            foreach (var f in Results.NoVotes) table.Write($"{f.Number}", f.Name, Money(f.CostCents ?? 0), TooFew ? "" : "0", "non", EnumWords.Write(FundedBy.Nothing), Texts.Get("budget.no-votes"), "non");
        }

        return File(stream.ToArray(), "text/csv; charset=utf-8", $"{Budget.Slug}.csv");
    }

    private static string Money(long cents) => (cents / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (Stage != BudgetStage.Counted) return NotFound();
        Results = await read.Of(Budget, stop);
        return null;
    }
}
