using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Cooperate.Partners;

/// <summary>Makes the token of a partner's programs. It is shown once; only its hash is kept.</summary>
public sealed class MakeToken(TrameDb db, Rights rights)
{
    public const string Prefix = "trame_";
    private static readonly Duration Lasts = Duration.FromDays(365);

    public sealed record Request(string Partner, PartnerScope Scope);

    public async Task<Outcome<string>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PartnerActs.Manage)) return Refusal.NotAllowed;
        var word = Tokens.New();
        var token = PartnerToken.Make(request.Partner, request.Scope, Tokens.Hash(Prefix + word), word[..PartnerToken.HintLength], db.Now, db.Now + Lasts);
        if (!token.Accepted) return Outcome.Of(token.Refusals);
        db.Add(token.Value);
        db.Add(new SecurityEvent(SecurityWord.TokenMade, null, actor.PersonId, $"{token.Value.Partner} · {EnumWords.Write(request.Scope)} · {token.Value.Hint}…", db.Now));
        return await db.Save(stop) is { Accepted: false } refused ? refused : Prefix + word;
    }
}
