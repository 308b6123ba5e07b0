using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>A campaign ends: what waited to be sent is not, links and sheets lead to the ordinary page of each record.</summary>
public sealed class EndCampaign(TrameDb db, Rights rights)
{
    public async Task<Outcome> Handle(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, CampaignActs.Manage)) return Refusal.NotAllowed;
        if (await db.FindAsync<Campaign>([id], stop) is not { } campaign) return Refusal.Gone;
        var outcome = campaign.End(db.Now);
        if (!outcome.Accepted) return outcome;
        foreach (var message in await db.Set<CampaignMessage>().Where(m => m.NextAt != null && db.Set<CampaignAsk>().Any(a => a.Id == m.AskId && a.CampaignId == id)).ToListAsync(stop)) message.Abandon("ended");
        return await db.Save(stop);
    }
}
