using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>Est-ce toujours vrai ? The signed link of one sheet: no account, one tap a record. Opening it writes nothing: machines open links too.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class AnswerPage(TrameDb db, ReadSheets sheets, AnswerQuestions answer, StopAsking stopAsking) : TramePage
{
    [BindProperty] public int Number { get; set; }

    [BindProperty] public string Said { get; set; } = "";

    public CampaignSheet Sheet { get; private set; } = null!; // found by every handler, or 404

    public string Sign { get; private set; } = "";

    public bool IsOver { get; private set; }

    public static IEnumerable<(string Label, string Value)> Facts(CampaignSheet.Line line) =>
        ((string[])["address", "hours", "starts-on", "recurrence", "phone", "cost"]).Select(key => (key, SheetsPage.Said(line.Occasion, key))).Where(f => f.Item2.Length > 0);

    public async Task<IActionResult> OnGetAsync(string code, string sign, CancellationToken stop) => await Load(code, sign, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, string sign, CancellationToken stop)
    {
        if (!await Load(code, sign, stop)) return NotFound();
        var outcome = EnumWords.TryRead<CampaignAnswer>(Said, out var said) ? await answer.Handle(new(code, sign, new Dictionary<int, CampaignAnswer> { [Number] = said }, Channel.Online), Actor, stop) : new Refusal("campaigns.answer.none");
        return outcome.Accepted ? Redirect($"{Request.PathBase}/toujours-vrai/{code}/{sign}#fiche-{Number}") : Refused(outcome);
    }

    public async Task<IActionResult> OnPostStopAsync(string code, string sign, CancellationToken stop)
    {
        if (!await Load(code, sign, stop)) return NotFound();
        var outcome = await stopAsking.Handle(new(code, sign), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("campaigns.stopped");
        return Redirect($"{Request.PathBase}/toujours-vrai/{code}/{sign}");
    }

    private async Task<bool> Load(string code, string sign, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await sheets.One(code, stop) is not { } sheet) return false;
        var campaign = await db.Set<Campaign>().AsNoTracking().FirstAsync(c => c.Id == sheet.Ask.CampaignId, stop);
        (Sheet, Sign, IsOver) = (sheet, sign, campaign.EndedAt is not null);
        return sheet.Ask.IsSigned(campaign.Secret, sign);
    }
}
