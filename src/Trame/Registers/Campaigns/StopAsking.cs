using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>« Ne nous demandez plus »: by the signed link, or told to somebody who types it. No reason is asked; nothing else changes for them.</summary>
public sealed class StopAsking(TrameDb db, Rights rights)
{
    public sealed record Request(string Code, string? Signature);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, request.Signature is null ? CampaignActs.Type : CampaignActs.Answer)) return Refusal.NotAllowed;
        if (await db.Set<CampaignAsk>().AsNoTracking().FirstOrDefaultAsync(a => a.Code == request.Code, stop) is not { } ask) return Refusal.Gone;
        if (request.Signature is { } signature && !ask.IsSigned(await db.Set<Campaign>().Where(c => c.Id == ask.CampaignId).Select(c => c.Secret).FirstAsync(stop), signature)) return Refusal.Gone;
        if (!await db.Set<CampaignStop>().AnyAsync(s => s.Mark == ask.Mark, stop)) db.Add(new CampaignStop(ask.Mark, db.Now));
        foreach (var message in await db.Set<CampaignMessage>().Where(m => m.NextAt != null && db.Set<CampaignAsk>().Any(a => a.Id == m.AskId && a.Mark == ask.Mark)).ToListAsync(stop)) message.Abandon("stopped");
        return await db.Save(stop);
    }
}
