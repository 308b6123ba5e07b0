using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Panels;

/// <summary>Sessions, hearings, recommendations with their votes and minorities, and the answer to each.</summary>
public sealed class WorkPage(TrameDb db, RunPanel run) : ConventionPage(db)
{
    [BindProperty] public string SessionDay { get; set; } = "";
    [BindProperty] public string Kind { get; set; } = "";
    [BindProperty] public string Title { get; set; } = "";
    [BindProperty] public string Heard { get; set; } = "";
    [BindProperty] public string Text { get; set; } = "";
    [BindProperty] public string For { get; set; } = "";
    [BindProperty] public string Against { get; set; } = "";
    [BindProperty] public string Abstain { get; set; } = "";
    [BindProperty] public Guid RecommendationId { get; set; }
    [BindProperty] public string Minority { get; set; } = "";
    [BindProperty] public Guid[] ItemId { get; set; } = [];
    [BindProperty] public string[] AnswerKind { get; set; } = [];
    [BindProperty] public string[] Reason { get; set; } = [];

    /// <summary>Which form was sent: the warning about people stands in that one.</summary>
    public string Sent { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public Task<IActionResult> OnPostSessionAsync(string slug, CancellationToken stop) => Answer(slug, "session", async () =>
        LocalDatePattern.Iso.Parse(SessionDay.Trim()) is not { Success: true } ? new Refusal("debates.day.wrong", "SessionDay") : !EnumWords.TryRead<SessionKind>(Kind, out var kind) ? new Refusal("convention.session.kind", "Kind")
        : Warned(("convention.session.title", Title), ("convention.session.heard", Heard)) ? PeopleWarning.Refusal
        : await run.Hold(new(Convention.Id, Version, new(Guid.CreateVersion7(), SessionDay.Trim(), kind, Title.Trim(), Heard.Trim())), Actor, stop), stop);

    public Task<IActionResult> OnPostRecommendAsync(string slug, CancellationToken stop) => Answer(slug, "recommend", async () =>
        Warned(("convention.recommendation.text", Text)) ? PeopleWarning.Refusal : await run.Recommend(new(Convention.Id, Version, Text, Whole(For), Whole(Against), Whole(Abstain)), Actor, stop), stop);

    public Task<IActionResult> OnPostAnnexAsync(string slug, CancellationToken stop) => Answer(slug, "annex", async () =>
        Warned(("convention.minority", Minority)) ? PeopleWarning.Refusal : await run.Annex(new(Convention.Id, Version, RecommendationId, Minority), Actor, stop), stop);

    public Task<IActionResult> OnPostAnswerAsync(string slug, CancellationToken stop) => Answer(slug, "answer", async () =>
        Warned(("debates.reason", string.Join("\n", Reason))) ? PeopleWarning.Refusal
        : await run.Answer(new(Convention.Id, Version, [.. ItemId.Index().Select(i => new DebateAnswer(i.Item, EnumWords.TryRead<AnswerKind>(AnswerKind.ElementAtOrDefault(i.Index), out var kind) ? kind : Debates.AnswerKind.Refused, Reason.ElementAtOrDefault(i.Index) ?? ""))]), Actor, stop), stop);

    private async Task<IActionResult> Answer(string slug, string sent, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Sent = sent;
        var outcome = await act();
        if (!outcome.Accepted) return Refused(outcome);
        Tell("convention.saved");
        return Redirect(Convention.Stage == ConventionStage.Drawn && sent == "answer" ? Path : $"{Path}/travaux");
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayKeep && !MayDecide) return Forbidden();
        return Convention.Stage < ConventionStage.Drawn ? NotFound() : null;
    }

    private static int Whole(string typed) => typed.Trim().Length == 0 ? 0 : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
