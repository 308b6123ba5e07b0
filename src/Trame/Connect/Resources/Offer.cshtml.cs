using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Resources;

/// <summary>« Proposer quelque chose » : a know-how, a morning, a room, a van.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class OfferPage(HelpKinds kinds, CommuneChoices communes, FindCrisis crises, OfferResource offer) : EntryPage(kinds, communes, crises)
{
    [BindProperty] public string Nature { get; set; } = "skill";

    [BindProperty] public string GivenBy { get; set; } = "person";

    [BindProperty] public string Giver { get; set; } = "";

    [BindProperty] public string What { get; set; } = "";

    [BindProperty] public List<string> Answers { get; set; } = [];

    [BindProperty] public string Equipment { get; set; } = "";

    [BindProperty] public string Seats { get; set; } = "";

    [BindProperty] public string PerWeek { get; set; } = "1";

    [BindProperty] public string Conditions { get; set; } = "";

    [BindProperty] public string InReturn { get; set; } = "nothing";

    [BindProperty] public string Wish { get; set; } = "";

    public static IEnumerable<SelectListItem> Equipments => [new(Texts.Get("resources.equipment.none"), ""), .. HelpKind.Equipments.Select(e => new SelectListItem(Texts.Get($"resources.equipment.{e}"), e))];

    public async Task OnGetAsync(string? sorte, string? nature, string? lieu, string? carnet, CancellationToken stop)
    {
        await Load(stop);
        if (Kinds.Any(k => k.Key == sorte)) Answers = [sorte!];
        if (EnumWords.TryRead<ResourceNature>(nature, out _)) Nature = nature!;
        if (lieu is { Length: > 0 }) (GivenBy, Giver) = ("place", lieu);
        Code = carnet ?? "";
        if (MaySpeakFor) Channel = "counter";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        Outcome<Resource> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : !EnumWords.TryRead<ResourceNature>(Nature, out var nature) || !EnumWords.TryRead<GivenBy>(GivenBy, out var by) ? new Refusal("resources.nature.wrong", "Nature")
            : Warned(("resources.what", What), ("resources.conditions", Conditions)) ? PeopleWarning.Refusal
            : await offer.Handle(new(nature, by, Giver, What, Answers, Equipment, Seats, PerWeek, Conditions, Word(InReturn, Resources.InReturn.Nothing), Wish, Form(), Spoken()), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("resources.offered");
        return Redirect($"{Request.PathBase}/relier/carnet/{outcome.Value.Code}");
    }
}
