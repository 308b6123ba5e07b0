using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>One queue of the desk, page by page, each record with the act that takes it out of the queue.</summary>
public sealed class DeskListPage(TrameDb db, DeskQueue queue) : TramePage
{
    private const int PerPage = 30;

    public string Name { get; private set; } = "";

    public IReadOnlyList<Occasion> Occasions { get; private set; } = [];

    public string? NextHref { get; private set; }

    public Instant Now => db.Now;

    /// <summary>Where one puts it right.</summary>
    public string Remedy => queue.Remedy(Name);

    public async Task<IActionResult> OnGetAsync(string name, string? apres, CancellationToken stop)
    {
        if (!Actor.Roles.Any(r => OccasionActs.OpenDesk.Roles.Contains(r.Role))) return Forbidden();
        if (!queue.For(MaySomewhere).Contains(name)) return NotFound();
        Name = name;
        var calendar = SpaceCalendar.Of(Here.Settings);
        var rows = queue.Of(name, calendar.StartOf(calendar.Today(db.Now).PlusMonths(-Here.Settings.FreshMonths)));
        if (apres is { Length: > 0 }) rows = rows.Where(o => string.Compare(o.Slug, apres) > 0);
        Occasions = await rows.OrderBy(o => o.Slug).ThenBy(o => o.Kind).Take(PerPage + 1).ToListAsync(stop);
        if (Occasions.Count > PerPage)
        {
            Occasions = [.. Occasions.Take(PerPage)];
            NextHref = $"?apres={Uri.EscapeDataString(Occasions[^1].Slug)}";
        }

        return Page();
    }
}
