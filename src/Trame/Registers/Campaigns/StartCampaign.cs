using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Registers.Campaigns;

/// <summary>A campaign begins: its sheets are ready to be printed, called or sent. Nothing leaves by itself.</summary>
public sealed class StartCampaign(TrameDb db, Rights rights, ChooseAsked choose)
{
    public sealed record Request(string Name, CampaignFilter Filter);

    public async Task<Outcome<Campaign>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, CampaignActs.Manage)) return Refusal.NotAllowed;
        var made = Campaign.Make(request.Name, request.Filter, Tokens.New(), db.Now);
        if (!made.Accepted) return made;
        var chosen = await choose.Handle(request.Filter, stop);
        if (chosen.Asks.Count == 0) return new Refusal("campaigns.nobody");
        db.Add(made.Value);
        foreach (var (mark, records) in chosen.Asks)
        {
            var ask = new CampaignAsk(made.Value.Id, Tokens.Code(2), mark, db.Now);
            db.Add(ask);
            foreach (var (index, record) in records.Index()) db.Add(new CampaignQuestion(ask.Id, index + 1, record, db.Now));
        }

        var outcome = await db.Save(stop);
        return outcome.Accepted ? made : outcome;
    }
}
