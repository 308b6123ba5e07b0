using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>What the pages about one opportunity share.</summary>
public abstract class OpportunityPage(TrameDb db, ReadOpportunities read) : TramePage
{
    protected TrameDb Db => db;

    protected ReadOpportunities Reading => read;

    public OpportunityCard Card { get; private set; } = null!; // every handler finds it first, or answers 404

    public Opportunity Opportunity => Card.Opportunity;

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public bool MayCarry => May(OpportunityActs.Carry);

    public string ShowPath => $"{Request.PathBase}/opportunites/{Opportunity.Slug}";

    public IReadOnlyList<Crumb> Trail(string? here) =>
    [
        new(Texts.Get("menu.connect"), $"{Request.PathBase}/relier"), new(Texts.Get("opportunities.list.crumb"), $"{Request.PathBase}/opportunites"),
        .. here is null ? (Crumb[])[new(Card.Kind.Moment)] : [new(Card.Kind.Moment, ShowPath), new(here)],
    ];

    /// <summary>Null when it is found. What was declined is for those who carry: an idea nobody wants is not shown around.</summary>
    protected async Task<IActionResult?> Find(string slug, CancellationToken stop)
    {
        if (await read.BySlug(slug, stop) is not { } opportunity || (opportunity.Stage == OpportunityStage.Declined && !MayCarry)) return NotFound();
        var cards = await read.Of([opportunity], stop);
        if (cards.Count == 0) return NotFound();
        Card = cards[0];
        return null;
    }
}
