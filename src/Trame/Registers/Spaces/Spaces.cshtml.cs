using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Spaces;

/// <summary>Every space of this Trame, and the way to open one for one's own intercommunality.</summary>
public sealed class SpacesModel(SpaceDirectory directory, Shell shell, Cog cog, OpenSpace open) : TramePage
{
    private const int Most = 30;

    [BindProperty(SupportsGet = true)] public string? Cherche { get; set; }

    public IReadOnlyList<(string Name, string Href, bool IsDemo)> All { get; private set; } = [];
    public IReadOnlyList<CogIntercommunality>? Found { get; private set; }
    public bool MayOpen => May(SpaceActs.Open);
    public string? Link { get; private set; }
    public string? Opened { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => await Load(stop);

    public async Task<IActionResult> OnPostAsync(string siren, CancellationToken stop)
    {
        if (!MayOpen) return Forbidden();
        var outcome = await open.Handle(siren ?? "", Actor, stop);
        await Load(stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Opened = outcome.Value.Space.Name;
        Link = $"{Request.Scheme}://{Request.Host}/e/{outcome.Value.Space.Slug}/entree/{outcome.Value.Token}";
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        var demos = directory.All().Where(s => s.IsDemo).Select(s => s.Name).ToHashSet();
        All = [.. shell.Spaces.Select(s => (s.Name, s.Href, demos.Contains(s.Name)))];
        if (!string.IsNullOrWhiteSpace(Cherche)) Found = await cog.Search(Cherche, Most, stop);
    }
}
