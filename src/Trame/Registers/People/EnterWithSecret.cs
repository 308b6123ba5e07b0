using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>Someone comes in with a login and its password, or with a card and its short code.</summary>
public sealed class EnterWithSecret(TrameDb db, SignedIn signedIn, SignInPatience patience, Secrets secrets)
{
    public sealed record Request(SignInKind Kind, string Identifier, string Secret);

    /// <summary>The token that the browser will carry, or one sentence that is the same whether the login exists or not.</summary>
    public async Task<Outcome<string>> Handle(Request request, CancellationToken stop)
    {
        if (request.Identifier.Trim().Length == 0 || request.Secret.Length == 0) return new Refusal($"people.enter.{EnumWords.Write(request.Kind)}.empty");
        var identifier = Normalised(request.Kind, request.Identifier);
        var key = Tokens.Hash($"{EnumWords.Write(request.Kind)}:{identifier}");
        var wait = await patience.Knock(key, stop);
        var way = await db.Set<SignIn>().FirstOrDefaultAsync(w => w.Kind == request.Kind && w.Identifier == identifier && w.RevokedAt == null, stop);
        var right = secrets.Verify(way?.Secret, request.Kind == SignInKind.Card ? CardText(request.Secret) : request.Secret);
        if (wait is { } until) return await Refuse(way, SecurityWord.SignInBlocked, new Refusal("people.enter.wait", null, Minutes(until - db.Now)), stop);
        if (!right) return await Refuse(way, SecurityWord.SignInRefused, new Refusal($"people.enter.{EnumWords.Write(request.Kind)}.wrong"), stop);

        await patience.Forget(key, stop);
        var person = await db.Set<Person>().SingleAsync(p => p.Id == way!.PersonId, stop);
        way!.Used(db.Now);
        var token = signedIn.Start(person);
        db.Add(new SecurityEvent(SecurityWord.SignedIn, person.Id, null, EnumWords.Write(request.Kind), db.Now));
        return await db.Save(stop) is { Accepted: false } refused ? refused : token;
    }

    /// <summary>Capitals, spaces and hyphens do not matter to someone who types a login or copies a card.</summary>
    public static string Normalised(SignInKind kind, string identifier) =>
        kind == SignInKind.Card ? CardText(identifier) : identifier.Trim().ToLowerInvariant();

    internal static string CardText(string typed) => new([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    private static string Minutes(Duration wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Outcome<string>> Refuse(SignIn? way, string word, Refusal refusal, CancellationToken stop)
    {
        db.Add(new SecurityEvent(word, way?.PersonId, null, "", db.Now));
        await db.Save(stop);
        return refusal;
    }
}
