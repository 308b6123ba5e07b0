using Microsoft.AspNetCore.Mvc;
using Trame.Engines.Sortition;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Panels;

/// <summary>A convention on one page: the question, who answers it, how the panel was drawn, what it asks for, what was answered. No name.</summary>
public sealed class ShowPage(TrameDb db, FrameConvention frame, CommitDraw commit, PurgePanel purge) : ConventionPage(db)
{
    public IReadOnlyList<Refusal> Lacking { get; private set; } = [];

    /// <summary>Tickets that were drawn: numbers, no names.</summary>
    public IReadOnlyList<string> Tickets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnGetDrawAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        return await commit.File(Convention, stop) is { } text ? File(System.Text.Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"{Convention.Slug}.tirage") : NotFound();
    }

    public Task<IActionResult> OnPostOpenAsync(string slug, CancellationToken stop) => Answer(slug, () => frame.Open(Convention.Id, Version, Actor, stop), "convention.opened", stop);

    public Task<IActionResult> OnPostPurgeAsync(string slug, CancellationToken stop) => Answer(slug, () => purge.Handle(Db, Convention.Id, Version, Actor, stop), "convention.purged", stop);

    private async Task<IActionResult> Answer(string slug, Func<Task<Outcome>> act, string said, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect(Path);
        }

        await Find(slug, stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        if (Convention.Stage == ConventionStage.Draft) Lacking = [.. Convention.Lacks(Today)];
        if (Convention.Stage >= ConventionStage.Drawn && await commit.File(Convention, stop) is { } text) Tickets = PublicDraw.Verify(text).Members;
    }
}
