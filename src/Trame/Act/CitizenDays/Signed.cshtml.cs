using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>A sign-up, for whoever holds its code: where to go, print it, take it back.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignedPage(TrameDb db, WithdrawSignUp withdraw) : TramePage
{
    public SignUp SignUp { get; private set; } = null!; // found by every handler, or 404

    public CitizenDay Day { get; private set; } = null!;

    /// <summary>Where they were told to go.</summary>
    public Worksite? Site { get; private set; }

    public IReadOnlyList<Worksite> Wishes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await Load(code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        var outcome = await withdraw.Handle(new WithdrawSignUp.Request(code), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("days.withdrawn");
        return Redirect($"{Request.PathBase}/inscriptions/{SignUp.Code}");
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        code = code.Trim().ToUpperInvariant(); // read on a sheet, typed by hand
        if (await db.Set<SignUp>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, stop) is not { } signUp) return false;
        SignUp = signUp;
        Day = await db.Set<CitizenDay>().AsNoTracking().FirstAsync(d => d.Id == signUp.DayId, stop);
        var sites = await db.Set<Worksite>().AsNoTracking().Where(s => s.DayId == Day.Id).ToDictionaryAsync(s => s.Id, stop);
        Site = signUp.ToldId is { } told ? sites.GetValueOrDefault(told) : null;
        Wishes = [.. signUp.Wishes.Select(sites.GetValueOrDefault).OfType<Worksite>()];
        return true;
    }
}
