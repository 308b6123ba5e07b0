using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Foundation.Web;

/// <summary>What every page can do: know its actor, show every refusal beside its question with nothing typed lost.</summary>
public abstract class TramePage : PageModel
{
    public Actor Actor => HttpContext.RequestServices.GetRequiredService<CurrentActor>().Actor;

    public Rights Rights => HttpContext.RequestServices.GetRequiredService<Rights>();

    public Spaces.CurrentSpace Here => HttpContext.RequestServices.GetRequiredService<Spaces.CurrentSpace>();

    public bool May(Act act, Guid? scope = null) => Rights.May(Actor, act, scope);

    public bool MaySomewhere(Act act) => Rights.MaySomewhere(Actor, act);

    /// <summary>The author read the warning about people and keeps their words.</summary>
    [BindProperty] public bool Sure { get; set; }

    /// <summary>What the partial « _PeopleWarning » shows, in the form that is sent again.</summary>
    public IReadOnlyList<PeopleWarning.Passage> Warnings { get; private set; } = [];

    /// <summary>What this page asks for, and so does not warn about.</summary>
    protected virtual IReadOnlyCollection<ScanCategory> Expected => [];

    /// <summary>Every page that takes free text asks this before it calls its act: does a passage seem to speak of a person, and is the author not sure yet?</summary>
    /// <param name="free">What was typed freely, with the key of its label.</param>
    protected bool Warned(params IEnumerable<(string Label, string Text)> free)
    {
        if (!Sure) Warnings = HttpContext.RequestServices.GetRequiredService<PeopleWarning>().In(free, Expected);
        return Warnings.Count > 0;
    }

    /// <summary>The form again, 422, with every reason.</summary>
    protected IActionResult Refused(Outcome outcome)
    {
        foreach (var refusal in outcome.Refusals) ModelState.AddModelError(refusal.Field ?? "", Texts.Get(refusal.TextKey, [.. refusal.Args]));
        Response.StatusCode = outcome.Refusals.Contains(Refusal.Conflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>A visitor is shown the way in; a person who is signed in is told who could.</summary>
    protected IActionResult Forbidden() => Actor.IsSignedIn
        ? StatusCode(StatusCodes.Status403Forbidden)
        : Redirect($"{Request.PathBase}/entrer?retour={Uri.EscapeDataString(Request.Path + Request.QueryString)}");

    /// <summary>A sentence shown once on the next page.</summary>
    protected void Tell(string textKey, params object?[] args) => TempData["told"] = Texts.Get(textKey, args);
}
