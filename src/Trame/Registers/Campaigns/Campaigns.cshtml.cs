using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>Qu'avons-nous demandé à ceux qui savent, et combien ont répondu ?</summary>
public sealed class CampaignsPage(TrameDb db) : TramePage
{
    public sealed record Line(Guid Id, string Name, Instant CreatedAt, Instant? EndedAt, int Asked, int Answered);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string Day(Instant at) => SpaceCalendar.Of(Here.Settings).Today(at).PlainDay(CultureInfo.CurrentUICulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(CampaignActs.Type)) return Forbidden();
        Lines = await db.Set<Campaign>().AsNoTracking().OrderByDescending(c => c.CreatedAt).Take(100).Select(c => new Line(c.Id, c.Name, c.CreatedAt, c.EndedAt,
            db.Set<CampaignQuestion>().Count(q => db.Set<CampaignAsk>().Any(a => a.Id == q.AskId && a.CampaignId == c.Id)),
            db.Set<CampaignQuestion>().Count(q => q.Answer != null && db.Set<CampaignAsk>().Any(a => a.Id == q.AskId && a.CampaignId == c.Id)))).ToListAsync(stop);
        return Page();
    }
}
