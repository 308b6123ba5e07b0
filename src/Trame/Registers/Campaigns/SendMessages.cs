using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;

namespace Trame.Registers.Campaigns;

/// <summary>Sends what waits in the outbox of campaigns. What was answered meanwhile, on paper or by telephone, is not sent.</summary>
public sealed class SendMessages(IEnumerable<IMessageGate> gates)
{
    private const int AtOnce = 50;

    public async Task Handle(TrameDb db, CancellationToken stop)
    {
        foreach (var gate in gates.Where(g => g.IsSet))
        {
            var now = db.Now;
            var waiting = await db.Set<CampaignMessage>().Where(m => m.Way == gate.Way && m.NextAt <= now).OrderBy(m => m.NextAt).Take(AtOnce).ToListAsync(stop);
            if (waiting.Count == 0) continue;
            var space = (await SpaceSettings.Read(db, stop)).Name;
            foreach (var message in waiting)
            {
                await Send(db, gate, message, space, stop);
                (await db.Save(stop)).ThrowIfRefused(); // one by one: what left is known to have left, whatever breaks next
            }
        }
    }

    private static async Task Send(TrameDb db, IMessageGate gate, CampaignMessage message, string space, CancellationToken stop)
    {
        var sheet = (await new ReadSheets(db).Of(db.Set<CampaignAsk>().AsNoTracking().Where(a => a.Id == message.AskId), stop)).Single();
        var campaign = await db.Set<Campaign>().AsNoTracking().FirstAsync(c => c.Id == sheet.Ask.CampaignId, stop);
        if (campaign.EndedAt is not null || sheet.IsAnswered || sheet.Reach(gate.Way).Length == 0)
        {
            message.Abandon(campaign.EndedAt is not null ? "ended" : sheet.IsAnswered ? "answered" : "nowhere");
            return;
        }

        var names = string.Join("\n", sheet.Lines.Select(l => $"- {l.Occasion.Name}"));
        var link = sheet.Link(message.Home, campaign.Secret);
        var text = gate.Way == MessageWay.Mail ? Texts.In("fr", "campaigns.mail.text", space, names, link) : Texts.In("fr", "campaigns.sms.text", space, link);
        var trouble = await gate.Send(sheet.Reach(gate.Way), Texts.In("fr", "campaigns.mail.subject", space), text, stop);
        if (trouble is null) message.Sent(db.Now);
        else message.Failed(trouble, db.Now);
    }
}
