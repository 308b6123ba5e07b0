using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Act.Moments;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Connect.Needs;

/// <summary>« Demander un coup de main », for oneself or for somebody; or « je m'inquiète pour », which a human relay follows.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class AskPage(HelpKinds kinds, CommuneChoices communes, FindCrisis crises, ExpressNeed express) : EntryPage(kinds, communes, crises)
{
    [BindProperty] public string SaidBy { get; set; } = "self";

    [BindProperty] public string Kind { get; set; } = "";

    [BindProperty] public string Words { get; set; } = "";

    [BindProperty] public string Brings { get; set; } = "";

    [BindProperty] public string Age { get; set; } = "";

    public IEnumerable<SelectListItem> Speakers => EnumWords.Words<SaidBy>().Where(w => w != "agent" || MaySpeakFor).Select(w => new SelectListItem(Texts.Get($"needs.said-by.{w}"), w));

    public static IEnumerable<SelectListItem> Ages => [new(Texts.Get("needs.age.none"), ""), .. RecordHeld.Ages.Select(a => new SelectListItem(Texts.Get("moments.held.age", a), a))];

    public async Task OnGetAsync(string? sorte, string? pour, string? carnet, CancellationToken stop)
    {
        await Load(stop);
        if (Kinds.Any(k => k.Key == sorte)) Kind = sorte!;
        if (pour == "un-voisin") SaidBy = "neighbour";
        Code = carnet ?? "";
        if (!MaySpeakFor) return;
        Channel = "counter";
        if (SaidBy == "self") SaidBy = "agent";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load(stop);
        Outcome<Need> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : !EnumWords.TryRead<SaidBy>(SaidBy, out var saidBy) ? new Refusal("needs.said-by.wrong", "SaidBy")
            : Warned(("needs.words", Words)) ? PeopleWarning.Refusal
            : await express.Handle(new(saidBy, Kind, Words, Brings, Age, Form(), Spoken()), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell(outcome.Value.Status == EntryStatus.Signal ? "needs.worry.told" : "needs.ask.told");
        return Redirect($"{Request.PathBase}/relier/carnet/{outcome.Value.Code}");
    }
}
