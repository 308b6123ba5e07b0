using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Cooperate.Partners;

/// <summary>For each fact that is about to be written, a line for each address that wants to know: in the same transaction, or not at all.</summary>
internal sealed class WebhookOutbox : IOnSave
{
    public void Before(TrameDb db)
    {
        var facts = db.ChangeTracker.Entries<Fact>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).Where(f => WebhookFacts.Families.Contains(f.Kind.Split('.')[0])).ToList();
        if (facts.Count == 0) return;
        var webhooks = db.Set<Webhook>().AsNoTracking().Where(w => w.EndedAt == null).ToList();
        foreach (var fact in facts)
            foreach (var webhook in webhooks.Where(w => w.Wants(fact.Kind))) db.Add(new WebhookMessage(webhook.Id, fact.Id, db.Now));
    }
}
