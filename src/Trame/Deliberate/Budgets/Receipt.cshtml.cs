using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Budgets;

/// <summary>« Mon bulletin a-t-il compté, et qu’a-t-il payé ? » Before the count it says that the ballot is in the box; after it, what it paid, and never what else stood on it. Anyone is given a receipt that paid for any funded project: holding one proves nothing.</summary>
[EnableRateLimiting(RateLimits.Live)]
public sealed class ReceiptPage(TrameDb db, ReadResults read) : BudgetPage(db)
{
    public string Code { get; private set; } = "";

    public bool? InBox { get; private set; }

    public bool IsExample { get; private set; }

    public IReadOnlyList<(ProjectFile File, double Euros)> Paid { get; private set; } = [];

    /// <summary>Its share; null when the rule shares nothing.</summary>
    public double? Share { get; private set; }

    public double Left => Share is { } share ? share - Paid.Sum(p => p.Euros) : 0;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "code")] string? code, [FromQuery(Name = "exemple")] int? example, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        Response.Headers.CacheControl = "no-store";
        var id = Budget.Id;
        var results = Stage == BudgetStage.Counted ? await read.Of(Budget, stop) : null;
        var told = results is not null && results.Ballots >= Here.Settings.SecrecyThreshold ? results : null;
        if (told is not null && example is { } number) code = await Example(id, number, stop);
        if (string.IsNullOrWhiteSpace(code)) return Page();
        Code = VotingCode.Shown(code);
        var sought = Code;
        var ballot = await Db.Set<BudgetBallot>().AsNoTracking().FirstOrDefaultAsync(b => b.BudgetId == id && b.Receipt == sought, stop);
        InBox = ballot is not null;
        if (ballot is not null && told is not null) (Paid, Share) = (told.Paid(ballot.Lines), told.Outcome.Endowment);
        return Page();
    }

    private async Task<string?> Example(Guid id, int number, CancellationToken stop)
    {
        var some = (await Db.Set<BudgetBallot>().AsNoTracking().Where(b => b.BudgetId == id).ToListAsync(stop)).Where(b => b.Lines.Any(l => l.Project == number)).ToList();
        IsExample = some.Count > 0;
        return some.Count == 0 ? null : some[RandomNumberGenerator.GetInt32(some.Count)].Receipt;
    }
}
