using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>How I come in: a password, a printed card, a passkey, as many as I like; and the browsers where I am.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class WaysPage(TrameDb db, SetPassword passwords, RevokeSignIn revoke, EndSessions end, Passkeys passkeys) : PeoplePage
{
    [BindProperty] public string Login { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";
    [BindProperty] public string Again { get; set; } = "";
    [BindProperty] public string Credential { get; set; } = "";

    public IReadOnlyList<SignIn> Ways { get; private set; } = [];
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!Actor.IsSignedIn) return Forbidden();
        await Load(stop);
        Login = Ways.FirstOrDefault(w => w.Kind == SignInKind.Password)?.Identifier ?? await passwords.Suggest(Actor.Name, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken stop)
    {
        if (!Actor.IsSignedIn) return Forbidden();
        await Load(stop);
        var hadOne = Ways.Any(w => w.Kind == SignInKind.Password);
        return await After(await passwords.Handle(new(Login, Password, Again), Actor, stop), hadOne ? "people.ways.told.password-changed" : "people.ways.told.password", stop);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stop) =>
        await After(await passkeys.Add(HttpContext, Credential, Actor, stop), "people.ways.told.passkey", stop);

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Actor.IsSignedIn ? Content(await passkeys.AskToAdd(HttpContext, Actor), "application/json") : Forbidden();

    public async Task<IActionResult> OnPostRevokeAsync(Guid way, CancellationToken stop) =>
        await After(await revoke.Handle(way, Actor, stop), "people.ways.told.revoked", stop);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken stop)
    {
        await end.Handle(Actor, stop);
        return Redirect($"{Request.PathBase}/entrer");
    }

    private async Task<IActionResult> After(Outcome outcome, string told, CancellationToken stop)
    {
        if (!Actor.IsSignedIn) return Forbidden();
        if (outcome.Accepted)
        {
            Tell(told);
            return Redirect($"{Request.PathBase}/moi/entrees");
        }

        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        var (id, now) = (Actor.PersonId, db.Now);
        Ways = await db.Set<SignIn>().AsNoTracking().Where(w => w.PersonId == id && w.RevokedAt == null).OrderBy(w => w.CreatedAt).ToListAsync(stop);
        Sessions = await db.Set<Session>().AsNoTracking().Where(s => s.PersonId == id && s.EndsAt > now).OrderByDescending(s => s.StartedAt).ToListAsync(stop);
    }
}
