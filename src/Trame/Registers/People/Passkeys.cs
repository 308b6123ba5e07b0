using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>
/// A key kept by a phone, a computer or a small device (WebAuthn): nothing to remember, no login to type, nothing that a false site could steal. The
/// mathematics are the framework's; between question and answer, the challenge waits in a sealed cookie of five minutes.
/// </summary>
public sealed class Passkeys(TrameDb db, IPasskeyHandler<Person> handler, SignedIn signedIn, IDataProtectionProvider protection, Rights rights)
{
    private const string Cookie = "trame_cle";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("trame.passkeys").ToTimeLimitedDataProtector();

    public async Task<string> AskToEnter(HttpContext context)
    {
        // No person is named: the device offers the keys it holds for this site.
        var options = await handler.MakeRequestOptionsAsync(null!, context);
        Keep(context, options.AssertionState);
        return options.RequestOptionsJson;
    }

    public async Task<string> AskToAdd(HttpContext context, Actor actor)
    {
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = actor.PersonId!.Value.ToString(), Name = actor.Name, DisplayName = actor.Name }, context);
        Keep(context, options.AttestationState);
        return options.CreationOptionsJson;
    }

    public async Task<Outcome<string>> Enter(HttpContext context, string credential, CancellationToken stop)
    {
        if (credential.Length == 0 || Take(context) is not { } state) return new Refusal("people.enter.passkey.empty");
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || result.User.ErasedAt is not null)
        {
            db.Add(new SecurityEvent(SecurityWord.SignInRefused, null, null, EnumWords.Write(SignInKind.Passkey), db.Now));
            await db.Save(stop);
            return new Refusal("people.enter.passkey.wrong");
        }

        var identifier = PasskeyStore.Identifier(result.Passkey.CredentialId);
        var way = await db.Set<SignIn>().SingleAsync(w => w.Kind == SignInKind.Passkey && w.Identifier == identifier, stop);
        way.Change(PasskeyStore.Write(result.Passkey)); // the counter moved: a copied key would be seen
        way.Used(db.Now);
        var token = signedIn.Start(result.User);
        db.Add(new SecurityEvent(SecurityWord.SignedIn, result.User.Id, null, EnumWords.Write(SignInKind.Passkey), db.Now));
        return await db.Save(stop) is { Accepted: false } refused ? refused : token;
    }

    public async Task<Outcome> Add(HttpContext context, string credential, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PeopleActs.BeMyself) || actor.PersonId is not { } id) return Refusal.NotAllowed;
        if (credential.Length == 0 || Take(context) is not { } state) return new Refusal("people.enter.passkey.empty");
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != id.ToString()) return new Refusal("people.passkey.not-added");
        db.Add(new SignIn(id, SignInKind.Passkey, PasskeyStore.Identifier(result.Passkey.CredentialId), PasskeyStore.Write(result.Passkey), db.Now));
        db.Add(new SecurityEvent(SecurityWord.WayAdded, id, null, EnumWords.Write(SignInKind.Passkey), db.Now));
        return await db.Save(stop);
    }

    private void Keep(HttpContext context, string? state) => context.Response.Cookies.Append(Cookie, _seal.Protect(state ?? "", Lasts), new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lasts, Path = "/", IsEssential = true,
    });

    // A challenge is answered once: whatever the answer, the next try asks for a new one.
    private string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } sealedState) return null;
        context.Response.Cookies.Delete(Cookie);
        try
        {
            return _seal.Unprotect(sealedState);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // too late, or not ours
        }
    }
}
