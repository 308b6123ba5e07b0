using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>Coming in: a password, a card, a passkey. The page is the same whoever asks, and every refusal too.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class EnterPage(EnterWithSecret enter, Passkeys passkeys, SignedIn signedIn) : PeoplePage
{
    [BindProperty(SupportsGet = true, Name = "retour")] public string ReturnTo { get; set; } = "";

    /// <summary>The number that the QR of a card carries: only the code is left to type.</summary>
    [BindProperty(SupportsGet = true, Name = "carte")] public string CardNumber { get; set; } = "";
    [BindProperty] public string CardCode { get; set; } = "";
    [BindProperty] public string Login { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";
    [BindProperty] public string Credential { get; set; } = "";

    public void OnGet() { }

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken stop) => Enter(SignInKind.Password, Login, Password, stop);

    public Task<IActionResult> OnPostCardAsync(CancellationToken stop) => Enter(SignInKind.Card, CardNumber, CardCode, stop);

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stop) => Answer(await passkeys.Enter(HttpContext, Credential, stop));

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskToEnter(HttpContext), "application/json");

    private async Task<IActionResult> Enter(SignInKind kind, string identifier, string secret, CancellationToken stop) =>
        Answer(await enter.Handle(new(kind, identifier, secret), stop));

    private IActionResult Answer(Outcome<string> token)
    {
        if (!token.Accepted) return Refused(token.Plain);
        signedIn.Carry(HttpContext, token.Value);
        return Back(ReturnTo);
    }
}
