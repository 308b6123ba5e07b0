using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Territories;

/// <summary>What was said of a territory, by whom and from which source, the latest first.</summary>
public sealed class TerritoryHistoryPage(TrameDb db) : TramePage
{
    private const int Most = 100;

    // What a reader can compare; where a number comes from is told as the reason of the change.
    private static readonly (string Column, string TextKey)[] Told =
    [
        (nameof(Territory.Name), "territories.list.name"), (nameof(Territory.Population), "territories.describe.people"), (nameof(Territory.PopulationYear), "territories.describe.year"),
        (nameof(Territory.PostalCodes), "territories.describe.postal"), (nameof(Territory.Latitude), "territories.describe.latitude"), (nameof(Territory.Longitude), "territories.describe.longitude"),
    ];

    public Territory Territory { get; private set; } = null!; // found by the handler, or 404

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, stop) is not { } territory) return NotFound();
        Territory = territory;
        var changes = await db.Set<Revision>().AsNoTracking().Where(r => r.SubjectId == territory.Id).OrderByDescending(r => r.Version).Take(Most).ToListAsync(stop);
        var (calendar, culture) = (SpaceCalendar.Of(Here.Settings), CultureInfo.CurrentUICulture);
        Entries = [.. changes.SelectMany(r => Say(r).Select(what =>
            new HistoryEntry(calendar.Local(r.At).PlainMoment(calendar.Today(db.Now), culture), $"{r.At}", what, r.By == "—" ? null : r.By, r.Reason.Length > 0 ? r.Reason : null)))];
        return Page();
    }

    private static IEnumerable<string> Say(Revision change)
    {
        if (change.Before.Count == 0) return [Texts.Get("territories.history.created")];
        var told = Told.Where(t => change.After.ContainsKey(t.Column)).Select(t =>
            Texts.Get("territories.history.change", Texts.Get(t.TextKey), Plain(change.Before.GetValueOrDefault(t.Column)), Plain(change.After[t.Column])));
        return change.After.ContainsKey(nameof(Territory.ContourSource)) ? told.Append(Texts.Get("territories.history.contour")) : told;
    }

    // The postal codes are a list of texts in one column.
    private static string Plain(string? stored) => stored is null or "[]" ? "—" : stored.Trim('[', ']').Replace("\"", "", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal);
}
