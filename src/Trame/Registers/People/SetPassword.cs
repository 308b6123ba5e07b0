using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>A person chooses a login and a password, or changes them; a change closes their other browsers. A login is any word that nobody else here uses; an e-mail is never asked.</summary>
public sealed class SetPassword(TrameDb db, Secrets secrets, SignedIn signedIn)
{
    public const int Shortest = 10;
    private const int Longest = 200;

    public sealed record Request(string Login, string Password, string Again);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (actor.PersonId is not { } personId) return Refusal.NotAllowed;
        var login = EnterWithSecret.Normalised(SignInKind.Password, request.Login);
        var ways = await db.Set<SignIn>().Where(w => w.Kind == SignInKind.Password && (w.PersonId == personId || w.Identifier == login)).ToListAsync(stop);
        var refused = Outcome.Of(Reasons(request, login, ways.Any(w => w.Identifier == login && w.PersonId != personId)));
        if (!refused.Accepted) return refused;

        // The former login is given back at once: nothing of it needs to stay.
        db.RemoveRange(ways);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var isChange = ways.Count > 0;
        if (isChange) await db.Save(stop);
        if (isChange) await signedIn.EndOthers(personId, actor, stop);
        db.Add(new SignIn(personId, SignInKind.Password, login, secrets.Hash(request.Password), db.Now));
        db.Add(new SecurityEvent(isChange ? SecurityWord.PasswordChanged : SecurityWord.WayAdded, personId, null, EnumWords.Write(SignInKind.Password), db.Now));
        var outcome = await db.Save(stop);
        await transaction.CommitAsync(stop);
        return outcome;
    }

    /// <summary>A login that is free, made of the first name one is called by: « camille-42 ».</summary>
    public async Task<string> Suggest(string name, CancellationToken stop)
    {
        var first = Slug.From(name).Split('-')[0];
        for (var top = 100; ; top = top < 1_000_000 ? top * 10 : top)
        {
            var login = $"{first}-{RandomNumberGenerator.GetInt32(top / 10, top)}";
            if (!await db.Set<SignIn>().AnyAsync(w => w.Kind == SignInKind.Password && w.Identifier == login, stop)) return login;
        }
    }

    private static IEnumerable<Refusal> Reasons(Request request, string login, bool taken)
    {
        if (login.Length is < 3 or > 60 || login.Any(char.IsWhiteSpace)) yield return new Refusal("people.login.form", nameof(request.Login));
        else if (taken) yield return new Refusal("people.login.taken", nameof(request.Login));
        if (request.Password.Length is < Shortest or > Longest) yield return new Refusal("people.password.short", nameof(request.Password), $"{Shortest}");
        else if (request.Password.Contains(login, StringComparison.OrdinalIgnoreCase)) yield return new Refusal("people.password.login", nameof(request.Password));
        else if (request.Password.Distinct().Count() < 4) yield return new Refusal("people.password.monotonous", nameof(request.Password));
        if (request.Again != request.Password) yield return new Refusal("people.password.again", nameof(request.Again));
    }
}
