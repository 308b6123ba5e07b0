using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>Somebody here did what an answer asks for: the record was corrected, closed or looked at.</summary>
public sealed class SettleAnswer(TrameDb db, Rights rights)
{
    public sealed record Request(Guid AskId, int Number);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, CampaignActs.Manage)) return Refusal.NotAllowed;
        if (await db.FindAsync<CampaignQuestion>([request.AskId, request.Number], stop) is not { Answer: not null } question) return Refusal.Gone;
        question.Settle(db.Now);
        return await db.Save(stop);
    }
}
