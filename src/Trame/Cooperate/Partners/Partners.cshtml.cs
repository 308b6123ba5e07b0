using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Partners;

/// <summary>Quels programmes parlent à cet espace, et à qui parle-t-il ? A token or a secret is shown once, when it is made.</summary>
public sealed class PartnersPage(TrameDb db, MakeToken makeToken, RevokeToken revoke, MakeWebhook makeWebhook, EndWebhook end) : TramePage
{
    [BindProperty] public string Partner { get; set; } = "";
    [BindProperty] public string Scope { get; set; } = "propose";
    [BindProperty] public string WebhookPartner { get; set; } = "";
    [BindProperty] public string WebhookUrl { get; set; } = "";
    [BindProperty] public List<string> WebhookKinds { get; set; } = [];

    /// <param name="Failing">Given up within the time that messages are kept.</param>
    public sealed record Told(Webhook Webhook, int Received, int Waiting, int Failing, string LastAnswer);

    public IReadOnlyList<PartnerToken> Made { get; private set; } = [];

    public IReadOnlyList<Told> Webhooks { get; private set; } = [];

    /// <summary>Shown once; null otherwise.</summary>
    public string? Secret { get; private set; }

    public bool IsWebhookSecret { get; private set; }

    public static IEnumerable<SelectListItem> Scopes => EnumWords.Words<PartnerScope>().Select(w => new SelectListItem(Texts.Get($"partners.scope.{w}"), w));

    public static IEnumerable<SelectListItem> Kinds => WebhookFacts.Families.Select(f => new SelectListItem(Texts.Get($"partners.kinds.{f}"), f));

    public string Day(Instant at) => SpaceCalendar.Of(Here.Settings).Today(at).PlainDay(CultureInfo.CurrentCulture);

    public string StateOf(PartnerToken token) => token.RevokedAt is { } at ? Texts.Get("partners.token.revoked", Day(at)) : token.IsLive(db.Now) ? Texts.Get("partners.token.until", Day(token.EndsAt)) : Texts.Get("partners.token.ended", Day(token.EndsAt));

    public bool IsLive(PartnerToken token) => token.IsLive(db.Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(PartnerActs.Manage)) return Forbidden();
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostTokenAsync(CancellationToken stop)
    {
        if (!May(PartnerActs.Manage)) return Forbidden();
        if (!EnumWords.TryRead<PartnerScope>(Scope, out var scope)) return await Back(new Refusal("partners.scope.unknown", nameof(Scope)), stop);
        return await Once(await makeToken.Handle(new(Partner, scope), Actor, stop), isWebhook: false, stop);
    }

    public async Task<IActionResult> OnPostWebhookAsync(CancellationToken stop)
    {
        if (!May(PartnerActs.Manage)) return Forbidden();
        return await Once(await makeWebhook.Handle(new(WebhookPartner, WebhookUrl, WebhookKinds), Actor, stop), isWebhook: true, stop);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken stop)
    {
        if (!May(PartnerActs.Manage)) return Forbidden();
        return await Done(await revoke.Handle(id, Actor, stop), stop);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop)
    {
        if (!May(PartnerActs.Manage)) return Forbidden();
        return await Done(await end.Handle(id, Actor, stop), stop);
    }

    private async Task<IActionResult> Done(Outcome outcome, CancellationToken stop) => outcome.Accepted ? Redirect($"{Request.PathBase}/reglages/partenaires") : await Back(outcome, stop);

    private async Task<IActionResult> Once(Outcome<string> made, bool isWebhook, CancellationToken stop)
    {
        if (!made.Accepted) return await Back(Outcome.Of(made.Refusals), stop);
        (Secret, IsWebhookSecret) = (made.Value, isWebhook);
        ModelState.Clear();
        (Partner, Scope, WebhookPartner, WebhookUrl, WebhookKinds) = ("", "propose", "", "", []); // an empty form: the same button twice would make a second one
        Response.Headers.CacheControl = "no-store"; // a secret shown once is kept by no browser and no one in between
        await Load(stop);
        return Page();
    }

    private async Task<IActionResult> Back(Outcome refused, CancellationToken stop)
    {
        await Load(stop);
        return Refused(refused);
    }

    private async Task Load(CancellationToken stop)
    {
        Made = await db.Set<PartnerToken>().AsNoTracking().OrderByDescending(t => t.CreatedAt).Take(100).ToListAsync(stop);
        var webhooks = await db.Set<Webhook>().AsNoTracking().OrderByDescending(w => w.CreatedAt).Take(50).ToListAsync(stop);
        var ids = webhooks.ConvertAll(w => w.Id);
        var counts = await db.Set<WebhookMessage>().Where(m => ids.Contains(m.WebhookId)).GroupBy(m => m.WebhookId)
            .Select(g => new { g.Key, Received = g.Count(m => m.ReceivedAt != null), Waiting = g.Count(m => m.NextAt != null), All = g.Count() }).ToDictionaryAsync(g => g.Key, stop);
        var answers = await db.Set<WebhookMessage>().AsNoTracking().Where(m => ids.Contains(m.WebhookId) && m.Answer != "").GroupBy(m => m.WebhookId).Select(g => g.OrderByDescending(m => m.CreatedAt).First()).ToListAsync(stop);
        Webhooks = webhooks.ConvertAll(w => counts.GetValueOrDefault(w.Id) is { } c ? new Told(w, c.Received, c.Waiting, c.All - c.Received - c.Waiting, answers.Find(a => a.WebhookId == w.Id)?.Answer ?? "") : new Told(w, 0, 0, 0, ""));
    }
}
