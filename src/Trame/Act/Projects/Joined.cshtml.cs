using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.Projects;

/// <summary>A promise, for whoever holds its code: read it, print it, take it back.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class JoinedPage(TrameDb db, WithdrawContribution withdraw) : TramePage
{
    public Contribution Contribution { get; private set; } = null!; // found by every handler, or 404

    public Want Want { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await Load(code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        var outcome = await withdraw.Handle(new WithdrawContribution.Request(code), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("projects.withdrawn");
        return Redirect($"{Request.PathBase}/engagements/{Contribution.Code}");
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        code = code.Trim().ToUpperInvariant(); // read on a sheet, typed by hand
        if (await db.Set<Contribution>().AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, stop) is not { } contribution) return false;
        Contribution = contribution;
        Want = await db.Set<Want>().AsNoTracking().FirstAsync(w => w.Id == contribution.WantId, stop);
        Project = await db.Set<Project>().AsNoTracking().FirstAsync(p => p.Id == Want.ProjectId, stop);
        return true;
    }
}
