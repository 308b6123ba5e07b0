using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>A carnet, for whoever holds its code: what they asked and offered, what they are asked, and the way out of all of it.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class CarnetPage(TrameDb db, HelpKinds kinds, ReadOpportunities read, WithdrawCarnet withdraw, AskPeople ask, TellConcern tell) : TramePage
{
    [BindProperty] public Guid PartId { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Answer { get; set; } = "";

    [BindProperty] public string Words { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    public string Code { get; private set; } = "";

    public IReadOnlyList<Need> Needs { get; private set; } = [];

    public IReadOnlyList<Resource> Resources { get; private set; } = [];

    public IReadOnlyDictionary<string, HelpKind> Kinds { get; private set; } = new Dictionary<string, HelpKind>();

    /// <summary>What they are asked, and, once both sides said yes, the first names of those who did.</summary>
    public IReadOnlyList<(OpportunityPart Part, OpportunityCard Card, IReadOnlyList<string> Names)> Asked { get; private set; } = [];

    public bool IsEmpty => Needs.Count + Resources.Count == 0;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken stop)
    {
        if (RouteData.Values["held"] is null && Normal(code) is { Length: > 0 } typed) return Redirect($"{Request.PathBase}/relier/carnet/{Uri.EscapeDataString(typed)}");
        await Load(stop);
        if (RouteData.Values["held"] is not null && IsEmpty) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken stop)
    {
        await Load(stop);
        var outcome = await withdraw.Handle(new(Code, May(NeedActs.CareFor) ? Channel.Counter : Channel.Online), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("opportunities.carnet.withdrawn");
        return Redirect($"{Request.PathBase}/relier");
    }

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken stop) => Did(async () =>
        EnumWords.TryRead<PartAnswer>(Answer, out var answer) && answer != PartAnswer.None ? await ask.Handle(Code, new AskPeople.Said(PartId, Version, answer), Actor, stop) : new Refusal("opportunities.answer.wrong"), "opportunities.carnet.answered", stop);

    public Task<IActionResult> OnPostTroubleAsync(CancellationToken stop) => Did(async () =>
    {
        if (Asked.All(a => a.Part.Id != PartId)) return Refusal.Gone;
        var about = Asked.First(a => a.Part.Id == PartId).Card.Opportunity;
        var giver = await db.Set<OpportunityPart>().Where(p => p.OpportunityId == about.Id && p.Gives && p.ResourceId != null && p.Id != PartId).Select(p => p.ResourceId).FirstOrDefaultAsync(stop);
        return Warned(("resources.concern.words", Words)) ? PeopleWarning.Refusal : await tell.Handle(new TellConcern.Request(giver, about.Id, Words, Reach, Channel.Online), Actor, stop);
    }, "opportunities.carnet.told", stop);

    private async Task<IActionResult> Did(Func<Task<Outcome>> act, string said, CancellationToken stop)
    {
        await Load(stop);
        if (IsEmpty) return NotFound();
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{Request.PathBase}/relier/carnet/{Code}");
        }

        db.ChangeTracker.Clear();
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        Code = Normal(RouteData.Values["held"]?.ToString());
        if (Code.Length == 0) return;
        Kinds = (await kinds.All(stop)).ToDictionary(k => k.Key);
        Needs = await db.Set<Need>().AsNoTracking().Where(n => n.Code == Code).OrderByDescending(n => n.SaidAt).ToListAsync(stop);
        Resources = await db.Set<Resource>().AsNoTracking().Where(r => r.Code == Code).OrderByDescending(r => r.SaidAt).ToListAsync(stop);
        var (needs, resources) = (Needs.Select(n => n.Id).ToList(), Resources.Select(r => r.Id).ToList());
        var parts = await db.Set<OpportunityPart>().AsNoTracking().Where(p => p.AskedAt != null && ((p.NeedId != null && needs.Contains(p.NeedId.Value)) || (p.ResourceId != null && resources.Contains(p.ResourceId.Value)))).OrderBy(p => p.AskedAt).ToListAsync(stop);
        var ids = parts.Select(p => p.OpportunityId).ToList();
        var cards = (await read.Of(await db.Set<Opportunity>().AsNoTracking().Where(o => ids.Contains(o.Id) && o.Stage != OpportunityStage.Idea && o.Stage != OpportunityStage.Declined && o.Stage != OpportunityStage.Stopped).ToListAsync(stop), stop)).ToDictionary(c => c.Opportunity.Id);
        List<(OpportunityPart, OpportunityCard, IReadOnlyList<string>)> asked = [];
        foreach (var part in parts.Where(p => cards.ContainsKey(p.OpportunityId))) asked.Add((part, cards[part.OpportunityId], await Others(part, stop)));
        Asked = asked;
    }

    // Blind until both sides say yes: who gives and who receives learn each other's first names only then, and only those who said yes.
    private async Task<IReadOnlyList<string>> Others(OpportunityPart mine, CancellationToken stop)
    {
        if (mine.Answer != PartAnswer.Yes) return [];
        var yes = await db.Set<OpportunityPart>().AsNoTracking().Where(p => p.OpportunityId == mine.OpportunityId && p.Answer == PartAnswer.Yes && p.Gives != mine.Gives).ToListAsync(stop);
        var (needs, resources) = (yes.Select(p => p.NeedId).OfType<Guid>().ToList(), yes.Select(p => p.ResourceId).OfType<Guid>().ToList());
        var names = await db.Set<Need>().Where(n => needs.Contains(n.Id)).Select(n => n.Name).Concat(db.Set<Resource>().Where(r => resources.Contains(r.Id)).Select(r => r.Name)).ToListAsync(stop);
        return [.. names.Where(n => n.Length > 0).Order(StringComparer.CurrentCulture)];
    }

    private static string Normal(string? typed) => (typed ?? "").Trim().ToUpperInvariant();
}
