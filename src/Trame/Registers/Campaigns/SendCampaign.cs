using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>The sheets of a campaign that nobody answered yet are put in the outbox, once each: never a reminder. Refused where the machine is not set for that way.</summary>
public sealed class SendCampaign(TrameDb db, Rights rights, IEnumerable<IMessageGate> gates, ReadSheets sheets)
{
    /// <param name="Home">Where this space is found: https://….</param>
    public sealed record Request(Guid CampaignId, MessageWay Way, string Home);

    /// <returns>How many messages wait to leave.</returns>
    public async Task<Outcome<int>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, CampaignActs.Manage)) return Refusal.NotAllowed;
        if (!gates.Any(g => g.Way == request.Way && g.IsSet)) return new Refusal("campaigns.way.not-set");
        if (await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.CampaignId, stop) is not { } campaign) return Refusal.Gone;
        if (campaign.EndedAt is not null) return new Refusal("campaigns.ended");
        var asked = await db.Set<CampaignMessage>().Where(m => db.Set<CampaignAsk>().Any(a => a.Id == m.AskId && a.CampaignId == campaign.Id)).Select(m => m.AskId).ToHashSetAsync(stop);
        var stopped = await db.Set<CampaignStop>().Select(s => s.Mark).ToHashSetAsync(stop);
        var sent = 0;
        foreach (var sheet in (await sheets.Handle(campaign, stop)).Where(s => !asked.Contains(s.Ask.Id) && !stopped.Contains(s.Ask.Mark) && s.Lines.All(l => l.Question.Answer is null) && s.Reach(request.Way).Length > 0))
        {
            db.Add(new CampaignMessage(sheet.Ask.Id, request.Way, request.Home, db.Now));
            sent++;
        }

        if (sent == 0) return new Refusal("campaigns.way.nobody");
        var outcome = await db.Save(stop);
        return outcome.Accepted ? sent : outcome;
    }
}
