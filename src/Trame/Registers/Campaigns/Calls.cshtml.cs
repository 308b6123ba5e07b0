using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>Qui appeler ? Those who did not answer yet and have a telephone; each line opens the page where the answer is typed while one listens.</summary>
public sealed class CallsPage(TrameDb db, ReadSheets sheets) : TramePage
{
    public Campaign Campaign { get; private set; } = null!; // found, or 404

    public IReadOnlyList<CampaignSheet> Sheets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!May(CampaignActs.Type)) return Forbidden();
        if (await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) is not { } campaign) return NotFound();
        Campaign = campaign;
        if (campaign.EndedAt is not null) return Page();
        var stopped = await db.Set<CampaignStop>().Select(s => s.Mark).ToHashSetAsync(stop);
        Sheets = [.. (await sheets.Handle(campaign, stop)).Where(s => !s.IsAnswered && s.Phone.Length > 0 && !stopped.Contains(s.Ask.Mark))];
        return Page();
    }
}
