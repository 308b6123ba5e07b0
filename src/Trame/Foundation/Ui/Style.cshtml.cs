using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Foundation.Ui;

/// <summary>Every component in every state, for those who write pages and for the tools that check them.</summary>
public sealed class StylePage : TramePage
{
    [BindProperty] public string Value { get; set; } = "";
    [BindProperty] public string Source { get; set; } = "";
    [BindProperty] public string Story { get; set; } = "Le jeudi, on cuisine à douze.";
    [BindProperty] public string Kind { get; set; } = "garden";
    [BindProperty] public string[] Audience { get; set; } = ["all"];
    [BindProperty] public string Cost { get; set; } = "free";
    [BindProperty] public bool Step { get; set; } = true;
    [BindProperty] public bool Seen { get; set; }
    [BindProperty] public int Seats { get; set; } = 12;
    [BindProperty] public LocalDate Day { get; set; } = new(2026, 12, 3);
    [BindProperty] public LocalTime At { get; set; } = new(10, 0);

    public IReadOnlyList<SelectListItem> Kinds { get; } = [new("Jardin", "garden"), new("Cuisine partagée", "kitchen"), new("Atelier", "workshop")];
    public IReadOnlyList<SelectListItem> Audiences { get; } = [new("Tout le monde", "all"), new("Familles", "families"), new("Personnes âgées", "elderly")];
    public IReadOnlyList<SelectListItem> Costs { get; } = [new("Gratuit", "free"), new("Prix libre", "open"), new("Payant", "paid")];

    /// <summary>« ?refus » shows the form as it comes back.</summary>
    public void OnGet(bool refus = false)
    {
        ModelState.Clear();
        if (refus) Refuse();
    }

    /// <summary>Keeps nothing: shows what a refusal looks like, with what was typed.</summary>
    public IActionResult OnPost()
    {
        if (string.IsNullOrEmpty(Source)) Refuse();
        return ModelState.IsValid ? RedirectToPage() : Refused(Outcome.Done);
    }

    private void Refuse()
    {
        ModelState.AddModelError(nameof(Source), "Dites d'où vient l'information : vous, un site, une affiche.");
        ModelState.AddModelError(nameof(Audience), "Choisissez pour qui c'est.");
    }
}
