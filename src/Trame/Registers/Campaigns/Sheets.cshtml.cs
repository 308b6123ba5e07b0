using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Registers.Campaigns;

/// <summary>One sheet of paper for each contact that did not answer yet: what we believe, four boxes to tick, a square to scan for those who prefer.</summary>
public sealed class SheetsPage(TrameDb db, ReadSheets sheets) : TramePage
{
    public Campaign Campaign { get; private set; } = null!; // found, or 404

    public IReadOnlyList<CampaignSheet> Sheets { get; private set; } = [];

    public string Home => $"{Request.Scheme}://{Request.Host}{Request.PathBase}";

    /// <summary>What the register believes of a record, in the words of its page.</summary>
    public IEnumerable<string> Facts(CampaignSheet.Line line) =>
        new[] { $"{line.Occasion.Address} {line.Commune}".Trim(), Said(line.Occasion, "hours"), line.Occasion.Kind == OccasionKind.Moment ? Said(line.Occasion, "starts-on") : "", line.Occasion.Phone }.Where(f => f.Length > 0);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!May(CampaignActs.Type)) return Forbidden();
        if (await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop) is not { } campaign) return NotFound();
        Campaign = campaign;
        if (campaign.EndedAt is null) Sheets = [.. (await sheets.Handle(campaign, stop)).Where(s => !s.IsAnswered)];
        return Page();
    }

    internal static string Said(Occasion occasion, string key) => OccasionField.For(occasion.Kind).FirstOrDefault(f => f.Key == key) is { } field && field.Read(occasion) is { Length: > 0 } value ? FieldWords.Say(field, value) : "";
}
