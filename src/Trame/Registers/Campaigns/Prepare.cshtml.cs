using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Registers.Campaigns;

/// <summary>De quelles fiches voulons-nous savoir si elles sont encore vraies ? The filter, whom it would ask, then a name.</summary>
public sealed class PreparePage(TrameDb db, ChooseAsked choose, StartCampaign start, CommuneChoices communes) : TramePage
{
    [BindProperty(SupportsGet = true)] public string Depuis { get; set; } = "12";

    [BindProperty(SupportsGet = true)] public string Nature { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Commune { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Repos { get; set; } = "6";

    [BindProperty] public string Name { get; set; } = "";

    public IReadOnlyList<SelectListItem> Communes { get; private set; } = [];

    public ChooseAsked.Chosen Chosen { get; private set; } = new([], 0, 0, 0);

    public static IEnumerable<SelectListItem> Stale => CampaignFilter.StaleChoices.Select(m => new SelectListItem(m == 0 ? Texts.Get("campaigns.filter.all") : Texts.Get("campaigns.filter.months", m), m.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Rests => CampaignFilter.RestChoices.Select(m => new SelectListItem(Texts.Get("campaigns.filter.rest-months", m), m.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Kinds => [new(Texts.Get("campaigns.filter.kinds"), ""), .. EnumWords.Words<OccasionKind>().Select(w => new SelectListItem(Texts.Get($"occasions.kind.{w}"), w))];

    /// <summary>The filter as a link, canonical: what is sent with the name is what was shown.</summary>
    public string Link => $"depuis={Number(Depuis)}&nature={(EnumWords.TryRead<OccasionKind>(Nature, out var kind) ? EnumWords.Write(kind) : "")}&commune={Uri.EscapeDataString(Commune)}&repos={Number(Repos)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(CampaignActs.Manage)) return Forbidden();
        return await Load(stop) is null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(CampaignActs.Manage)) return Forbidden();
        var filter = await Filter(stop);
        if (filter is null) return NotFound();
        var outcome = Warned(("campaigns.name", Name)) ? PeopleWarning.Refusal : await start.Handle(new(Name, filter), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/bureau/campagnes/{outcome.Value.Id}");
        await Load(stop);
        return Refused(outcome.Plain);
    }

    private async Task<IActionResult?> Load(CancellationToken stop)
    {
        Communes = await communes.Handle(stop) is { Count: > 0 } names ? [new(Texts.Get("campaigns.filter.everywhere"), ""), .. names.Select(c => new SelectListItem(c.Name, c.Slug))] : [];
        if (await Filter(stop) is not { } filter) return NotFound();
        Chosen = await choose.Handle(filter, stop);
        return null;
    }

    // Null when no such commune is here; a number nobody offered becomes the usual one.
    private async Task<CampaignFilter?> Filter(CancellationToken stop)
    {
        Guid? territory = null;
        if (Commune.Length > 0 && (territory = await db.Set<Territory>().Where(t => t.Slug == Commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop)) is null) return null;
        var filter = new CampaignFilter(EnumWords.TryRead<OccasionKind>(Nature, out var kind) ? kind : null, territory, Number(Depuis), Number(Repos));
        return filter.IsKnown ? filter : filter with { StaleMonths = 12, RestMonths = 6 };
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
