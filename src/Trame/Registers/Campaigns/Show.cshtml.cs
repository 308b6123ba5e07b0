using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>Où en est cette campagne, et que demandent les réponses ?</summary>
public sealed class ShowCampaignPage(TrameDb db, ReadSheets sheets, EndCampaign end, SettleAnswer settle, SendCampaign send, IEnumerable<IMessageGate> gates) : TramePage
{
    private const int Most = 100;

    [BindProperty] public Guid Ask { get; set; }

    [BindProperty] public int Number { get; set; }

    [BindProperty] public string Way { get; set; } = "";

    public Campaign Campaign { get; private set; } = null!; // found by every handler, or 404

    public int Asked { get; private set; }

    public int Answered => Counts.Values.Sum();

    public IReadOnlyDictionary<CampaignAnswer, int> Counts { get; private set; } = new Dictionary<CampaignAnswer, int>();

    public IReadOnlyList<(Channel Channel, int Count)> Channels { get; private set; } = [];

    /// <summary>Answers that ask for something to be done: what changed, what closed.</summary>
    public IReadOnlyList<CampaignSheet.Line> ToDo { get; private set; } = [];

    public IReadOnlyList<(MessageWay Way, bool IsSet, int Waiting, int Sent)> Ways { get; private set; } = [];

    public string Day(Instant at) => SpaceCalendar.Of(Here.Settings).Today(at).PlainDay(CultureInfo.CurrentUICulture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!May(CampaignActs.Type)) return Forbidden();
        return await Load(id, stop) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop) => Act(id, () => end.Handle(id, Actor, stop), stop);

    public Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken stop) => Act(id, () => settle.Handle(new(Ask, Number), Actor, stop), stop);

    public Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken stop) => Act(id, async () =>
    {
        if (!EnumWords.TryRead<MessageWay>(Way, out var way)) return new Refusal("campaigns.way.not-set");
        var outcome = await send.Handle(new(id, way, $"{Request.Scheme}://{Request.Host}{Request.PathBase}"), Actor, stop);
        if (outcome.Accepted) Tell("campaigns.way.waiting", outcome.Value);
        return outcome.Plain;
    }, stop);

    private async Task<IActionResult> Act(Guid id, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (!May(CampaignActs.Manage)) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/bureau/campagnes/{id}");
        db.ChangeTracker.Clear();
        return await Load(id, stop) ? Refused(outcome) : NotFound();
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) is not { } campaign) return false;
        Campaign = campaign;
        var questions = db.Set<CampaignQuestion>().AsNoTracking().Where(q => db.Set<CampaignAsk>().Any(a => a.Id == q.AskId && a.CampaignId == id));
        Asked = await questions.CountAsync(stop);
        Counts = await questions.Where(q => q.Answer != null).GroupBy(q => q.Answer!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Channels = [.. (await questions.Where(q => q.Channel != null).GroupBy(q => q.Channel!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop)).OrderBy(g => g.Key).Select(g => (g.Key, g.Count))];
        var open = questions.Where(q => q.SettledAt == null && (q.Answer == CampaignAnswer.Changed || q.Answer == CampaignAnswer.Closed));
        var asks = await open.OrderBy(q => q.AnsweredAt).Select(q => q.AskId).Take(Most).ToListAsync(stop);
        ToDo = [.. (await sheets.Of(db.Set<CampaignAsk>().AsNoTracking().Where(a => asks.Contains(a.Id)), stop)).SelectMany(s => s.Lines)
            .Where(l => l.Question is { SettledAt: null, Answer: CampaignAnswer.Changed or CampaignAnswer.Closed }).OrderBy(l => l.Question.AnsweredAt).Take(Most)];
        var messages = await db.Set<CampaignMessage>().Where(m => db.Set<CampaignAsk>().Any(a => a.Id == m.AskId && a.CampaignId == id)).GroupBy(m => m.Way).Select(g => new { g.Key, Waiting = g.Count(m => m.NextAt != null), Sent = g.Count(m => m.SentAt != null) }).ToListAsync(stop);
        Ways = [.. gates.Select(g => (g.Way, g.IsSet, messages.Find(m => m.Key == g.Way)?.Waiting ?? 0, messages.Find(m => m.Key == g.Way)?.Sent ?? 0))];
        return true;
    }
}
