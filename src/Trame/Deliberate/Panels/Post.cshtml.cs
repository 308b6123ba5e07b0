using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Panels;

/// <summary>The base list is read, public values draw who receives a letter, letters are printed; again for those who did not answer.</summary>
public sealed class PostPage(TrameDb db, DrawLetters letters, LetterCodes codes) : ConventionPage(db)
{
    [BindProperty] public IFormFile? Given { get; set; }

    [BindProperty] public string Values { get; set; } = "";

    /// <summary>Letters to print, with their codes.</summary>
    public IReadOnlyList<(PanelPerson Person, string Code)> Printed { get; private set; } = [];

    public bool Again { get; private set; }

    public string AddressOf(string code) => $"{Request.Scheme}://{Request.Host}{Path}/repondre?code={code}";

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "imprimer")] string? print, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        Again = print == "relance";
        if (print is "toutes" or "relance") Printed = [.. (await People(stop)).Where(p => !Again || p.State == PanelState.Invited).Select(p => (p, codes.Of(p.Id)))];
        return Page();
    }

    public async Task<IActionResult> OnPostListAsync(string slug, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = Given?.Length > BaseList.MostBytes ? new Refusal("convention.list.too-large", "Given", $"{BaseList.MostBytes >> 20}") : (await letters.Receive(Convention.Id, Version, await Bytes(Given, stop), Actor, stop)).Plain;
        return Told(outcome, "convention.list.read");
    }

    public async Task<IActionResult> OnPostDrawAsync(string slug, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = Given?.Length > BaseList.MostBytes ? new Refusal("convention.list.too-large", "Given", $"{BaseList.MostBytes >> 20}") : (await letters.Handle(Convention.Id, Version, Values, await Bytes(Given, stop), Actor, stop)).Plain;
        return Told(outcome, "convention.letters.drawn");
    }

    private IActionResult Told(Outcome outcome, string said)
    {
        if (!outcome.Accepted) return Refused(outcome);
        Tell(said);
        return Redirect($"{Path}/lettres");
    }
}
