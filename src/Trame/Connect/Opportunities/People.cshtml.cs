using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Connect.Opportunities;

/// <summary>« Proposer » : each person concerned, how they wish to be asked, what they answered. For those who carry; the people themselves see only their own line.</summary>
public sealed class PeoplePage(TrameDb db, ReadOpportunities read, AskPeople ask) : OpportunityPage(db, read)
{
    [BindProperty] public Guid PartId { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Way { get; set; } = "";

    [BindProperty] public string Answer { get; set; } = "";

    /// <summary>A line: the part, who, what they said, how to ask them; null entries were taken back meanwhile.</summary>
    public IReadOnlyList<(OpportunityPart Part, CarnetEntry Entry, string What)> Lines { get; private set; } = [];

    public bool Enough { get; private set; }

    public IEnumerable<SelectListItem> Ways(CarnetEntry entry) => EnumWords.Words<ContactWay>().Select(w => new SelectListItem(Texts.Get($"needs.way.{w}"), w, entry.Contacts.Count > 0 && EnumWords.Write(entry.Contacts[0].Way) == w));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Load(slug, stop) ?? Page();

    public Task<IActionResult> OnPostAskAsync(string slug, CancellationToken stop) => Did(slug, async () =>
        EnumWords.TryRead<ContactWay>(Way, out var way) ? await ask.Handle(new AskPeople.Request(PartId, Version, way), Actor, stop) : new Refusal("needs.try.wrong"), stop);

    public Task<IActionResult> OnPostAnswerAsync(string slug, CancellationToken stop) => Did(slug, async () =>
        EnumWords.TryRead<PartAnswer>(Answer, out var answer) && answer != PartAnswer.None ? await ask.Handle(new AskPeople.Said(PartId, Version, answer), Actor, stop) : new Refusal("opportunities.answer.wrong"), stop);

    private async Task<IActionResult> Did(string slug, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell("needs.saved");
            return Redirect($"{ShowPath}/proposer#personne-{PartId:N}");
        }

        Db.ChangeTracker.Clear();
        await Load(slug, stop);
        return Refused(outcome);
    }

    private async Task<IActionResult?> Load(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayCarry) return Forbidden();
        var parts = await Db.Set<OpportunityPart>().AsNoTracking().Where(p => p.OpportunityId == Opportunity.Id).OrderByDescending(p => p.Gives).ThenBy(p => p.Id).ToListAsync(stop);
        var (needIds, resourceIds) = (parts.Select(p => p.NeedId).OfType<Guid>().ToList(), parts.Select(p => p.ResourceId).OfType<Guid>().ToList());
        var needs = await Db.Set<Need>().AsNoTracking().Where(n => needIds.Contains(n.Id)).ToDictionaryAsync(n => n.Id, stop);
        var resources = await Db.Set<Resource>().AsNoTracking().Where(r => resourceIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        var all = May(NeedActs.SeeAll);
        Lines = [.. parts.Select(p => (p, Entry: p.NeedId is { } n ? (CarnetEntry)needs[n] : resources[p.ResourceId!.Value], What: p.ResourceId is { } r ? resources[r].What : "")).Where(l => all || l.Entry.SeenBy == WhoSees.Team)]; // a part is of a need or of an offer
        Enough = AdvanceOpportunity.EnoughYes(Opportunity, parts, Card.Kind);
        return null;
    }
}
