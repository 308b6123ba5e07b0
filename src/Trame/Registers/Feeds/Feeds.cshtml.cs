using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Feeds;

/// <summary>Quels agendas voulons-nous suivre ? An address or a file; then what it would bring is shown.</summary>
public sealed class FeedsPage(TrameDb db, StartFeed start, FindTerritories find) : TramePage
{
    [BindProperty] public string Address { get; set; } = "";

    [BindProperty] public IFormFile? Given { get; set; }

    [BindProperty] public string Source { get; set; } = "";

    [BindProperty] public string Territory { get; set; } = "";

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public IReadOnlyList<CalendarFeed> Known { get; private set; } = [];

    public string Day(Instant at) => SpaceCalendar.Of(Here.Settings).Today(at).PlainDay(CultureInfo.CurrentUICulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(FeedActs.Manage)) return Forbidden();
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(FeedActs.Manage)) return Forbidden();
        var outcome = Warned(("feeds.source", Source)) ? PeopleWarning.Refusal
            : Given?.Length > FeedWeb.MostBytes ? new Refusal("feeds.trouble.too-large", nameof(Given))
            : await start.Handle(new(Address, Given is null ? null : await Text(Given, stop), Source, Territory), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/donnees/agendas/{outcome.Value.Id}");
        await Load(stop);
        return Refused(outcome.Plain);
    }

    private async Task Load(CancellationToken stop)
    {
        Communes = [.. (await find.Tree(stop)).Communes().OrderBy(c => c.Slug, StringComparer.Ordinal).Take(2_000).Select(c => new SelectListItem(c.Name, c.Slug))];
        Known = await db.Set<CalendarFeed>().AsNoTracking().OrderByDescending(f => f.CreatedAt).Take(100).ToListAsync(stop);
    }

    private static async Task<string> Text(IFormFile file, CancellationToken stop)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(stop);
    }
}
