using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Cooperate.Partners;

/// <summary>Sends what waits in the outbox of a space. Each line is claimed before it is sent, so that two machines do not send it together; a machine that dies in between leaves it to be sent again.</summary>
public sealed class SendWebhooks(WebhookPost post, WebhookSeal seal)
{
    private const int Most = 50;
    private static readonly Duration Claimed = Duration.FromMinutes(2);

    /// <returns>How many were received.</returns>
    public async Task<int> Handle(TrameDb db, CancellationToken stop)
    {
        var received = 0;
        var now = db.Now;
        var due = await db.Set<WebhookMessage>().AsNoTracking().Where(m => m.NextAt != null && m.NextAt <= now).OrderBy(m => m.NextAt).Take(Most).Select(m => new { m.Id, m.NextAt }).ToListAsync(stop);
        foreach (var line in due)
        {
            var until = now + Claimed;
            if (await db.Set<WebhookMessage>().Where(m => m.Id == line.Id && m.NextAt == line.NextAt).ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAt, until), stop) == 0) continue;
            if (await One(db, line.Id, stop)) received++;
        }

        return received;
    }

    private async Task<bool> One(TrameDb db, Guid id, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var message = await db.Set<WebhookMessage>().FirstAsync(m => m.Id == id, stop);
        var webhook = await db.Set<Webhook>().AsNoTracking().FirstAsync(w => w.Id == message.WebhookId, stop);
        var fact = await db.Set<Fact>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == message.FactId, stop);
        if (webhook.EndedAt is not null || fact is null || seal.Open(webhook.Secret) is not { } secret) message.Abandon(webhook.EndedAt is not null ? "ended" : "sealed");
        else
        {
            var body = Body(message, fact);
            var (status, trouble) = await post.Send(webhook.Url, body, message.Id, WebhookSeal.Sign(secret, body, db.Now), stop);
            if (status is >= 200 and < 300) message.Received(status.Value, db.Now);
            else message.Failed(status is { } refused ? $"{refused}" : trouble, db.Now);
        }

        (await db.Save(stop)).ThrowIfRefused();
        return message.ReceivedAt is not null;
    }

    /// <summary>What, when, where, with which organisations; never who, never how many. The rest is asked of the interface.</summary>
    private static string Body(WebhookMessage message, Fact fact) => JsonAnswer.Of(new
    {
        id = message.Id, fact = fact.Kind, at = InstantPattern.General.Format(fact.At), factId = fact.Id, territoryId = fact.TerritoryId, placeId = fact.PlaceId, organisations = fact.Organisations, subjectType = fact.SubjectType, subjectId = fact.SubjectId,
    });
}
