using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Connect.Opportunities;

/// <summary>The dials of the computation.</summary>
public sealed class DialsPage(TrameDb db, HelpKinds kinds, TurnDials turn, LookForOpportunities look) : TramePage
{
    [BindProperty] public string Radius { get; set; } = "";

    [BindProperty] public string Mixing { get; set; } = "";

    [BindProperty] public string Distance { get; set; } = "";

    [BindProperty] public string Waiting { get; set; } = "";

    [BindProperty] public string People { get; set; } = "";

    [BindProperty] public string Ideas { get; set; } = "";

    [BindProperty] public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<HelpKind> Kinds { get; private set; } = [];

    public static IEnumerable<SelectListItem> Radii => OpportunityDials.Radii.Select(r => new SelectListItem(PlainNumbers.Distance(r, CultureInfo.CurrentUICulture), r.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Strengths => Enumerable.Range(0, OpportunityDials.Strongest + 1).Select(s => new SelectListItem(Texts.Get($"opportunities.strength.{s}"), s.ToString(CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(OpportunityActs.Look)) return Forbidden();
        await Load(stop);
        var dials = await OpportunityDials.Of(db, stop);
        (Radius, Mixing, Distance, Waiting, People, Ideas) = (Say(dials.RadiusMetres), Say(dials.Mixing), Say(dials.Distance), Say(dials.Waiting), Say(dials.People), Say(dials.Ideas));
        Chosen = [.. dials.Kinds ?? []];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(OpportunityActs.Look)) return Forbidden();
        await Load(stop);
        var outcome = await turn.Handle(new(new OpportunityDials(Whole(Radius), Chosen, Whole(Mixing), Whole(Distance), Whole(Waiting), Whole(People), Whole(Ideas))), Actor, stop);
        if (outcome.Accepted) outcome = await look.Handle(db, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("opportunities.looked");
        return Redirect($"{Request.PathBase}/opportunites");
    }

    private async Task Load(CancellationToken stop) => Kinds = [.. (await kinds.All(stop)).Where(k => k is { Together: true, IsRetired: false })];

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
