using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Cooperate.Partners;

/// <summary>An address is told, from now on, of what happens. Its secret is shown once; it signs what is sent.</summary>
public sealed class MakeWebhook(TrameDb db, Rights rights, WebhookSeal seal)
{
    public sealed record Request(string Partner, string Url, IReadOnlyCollection<string> Kinds);

    public async Task<Outcome<string>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PartnerActs.Manage)) return Refusal.NotAllowed;
        var secret = Tokens.New();
        var webhook = Webhook.Make(request.Partner, request.Url, request.Kinds, seal.Close(secret), db.Now);
        if (!webhook.Accepted) return Outcome.Of(webhook.Refusals);
        db.Add(webhook.Value);
        db.Add(new SecurityEvent(SecurityWord.WebhookMade, null, actor.PersonId, $"{webhook.Value.Partner} · {webhook.Value.Url}", db.Now));
        return await db.Save(stop) is { Accepted: false } refused ? refused : secret;
    }
}
