using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Cooperate.Partners;

/// <summary>A partner's programs may no longer speak, from this minute on.</summary>
public sealed class RevokeToken(TrameDb db, Rights rights)
{
    public async Task<Outcome> Handle(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PartnerActs.Manage)) return Refusal.NotAllowed;
        if (await db.FindAsync<PartnerToken>([id], stop) is not { } token) return Refusal.Gone;
        var outcome = token.Revoke(db.Now);
        if (!outcome.Accepted) return outcome;
        db.Add(new SecurityEvent(SecurityWord.TokenRevoked, null, actor.PersonId, $"{token.Partner} · {token.Hint}…", db.Now));
        return await db.Save(stop);
    }
}
