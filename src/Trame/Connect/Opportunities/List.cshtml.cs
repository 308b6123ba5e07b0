using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Opportunities;

/// <summary>« Que pourrait-on faire ensemble, dès mardi ? »: a short list of concrete opportunities; what is under way first.</summary>
public sealed class ListPage(TrameDb db, ReadOpportunities read, LookForOpportunities look, CommuneChoices communes) : TramePage
{
    private const int Most = 120;

    public string Commune { get; private set; } = "";

    public IReadOnlyList<OpportunityCard> Ideas { get; private set; } = [];

    public IReadOnlyList<OpportunityCard> Carried { get; private set; } = [];

    public IReadOnlyList<OpportunityCard> Over { get; private set; } = [];

    public LastLook? Last { get; private set; }

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public bool MayLook => May(OpportunityActs.Look);

    public bool MayCarry => May(OpportunityActs.Carry);

    public Foundation.Spaces.SpaceCalendar Calendar => Foundation.Spaces.SpaceCalendar.Of(Here.Settings);

    public async Task OnGetAsync(string? commune, CancellationToken stop)
    {
        Commune = commune ?? "";
        await Load(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = await look.Handle(db, Actor, stop);
        if (outcome.Accepted)
        {
            Tell("opportunities.looked");
            return Redirect($"{Request.PathBase}/opportunites");
        }

        if (outcome.Refusals.Contains(Refusal.NotAllowed)) return Forbidden();
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        Communes = await communes.Handle(stop);
        Last = await LastLook.Of(db, stop);
        var found = db.Set<Opportunity>().AsNoTracking().Where(o => MayCarry || o.Stage != OpportunityStage.Declined);
        if (Commune.Length > 0) found = found.Where(o => db.Set<Territory>().Any(t => t.Id == o.TerritoryId && t.Slug == Commune));
        var rows = await found.OrderByDescending(o => o.SeenAt).ThenBy(o => o.Id).Take(Most).ToListAsync(stop);
        var cards = await read.Of([.. rows.OrderByDescending(o => o.IsTrigger).ThenByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal)], stop);
        Ideas = [.. cards.Where(c => c.Opportunity.Stage == OpportunityStage.Idea)];
        Carried = [.. cards.Where(c => c.Opportunity.IsActive).OrderBy(c => c.Opportunity.Stage)];
        Over = [.. cards.Where(c => c.Opportunity.IsOver)];
    }
}
