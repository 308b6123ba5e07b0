using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Cooperate.Partners;

/// <summary>An address is no longer told of anything; what was still to be sent is not.</summary>
public sealed class EndWebhook(TrameDb db, Rights rights)
{
    public async Task<Outcome> Handle(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PartnerActs.Manage)) return Refusal.NotAllowed;
        if (await db.FindAsync<Webhook>([id], stop) is not { } webhook) return Refusal.Gone;
        var outcome = webhook.End(db.Now);
        if (!outcome.Accepted) return outcome;
        db.Add(new SecurityEvent(SecurityWord.WebhookEnded, null, actor.PersonId, $"{webhook.Partner} · {webhook.Url}", db.Now));
        return await db.Save(stop);
    }
}
