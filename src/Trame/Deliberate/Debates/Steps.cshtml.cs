using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Debates;

/// <summary>What each step leaves, written down by those who hold the debate; then the answers, without which it does not close.</summary>
public sealed class StepsPage(TrameDb db, TellDebate tell) : DebatePage(db)
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string Step { get; set; } = "express";
    [BindProperty] public bool IsProposal { get; set; }
    [BindProperty] public string Text { get; set; } = "";
    [BindProperty] public string By { get; set; } = "";
    [BindProperty] public string First { get; set; } = "";
    [BindProperty] public string FirstProtects { get; set; } = "";
    [BindProperty] public string Second { get; set; } = "";
    [BindProperty] public string SecondProtects { get; set; } = "";
    [BindProperty] public string Common { get; set; } = "";
    [BindProperty] public string Settles { get; set; } = "";
    [BindProperty] public string Arbitration { get; set; } = "";
    [BindProperty] public bool NoContradiction { get; set; }
    [BindProperty] public string DissentBy { get; set; } = "";
    [BindProperty] public string DissentText { get; set; } = "";
    [BindProperty] public Guid[] ItemId { get; set; } = [];
    [BindProperty] public string[] Kind { get; set; } = [];
    [BindProperty] public string[] Reason { get; set; } = [];
    [BindProperty] public string Changed { get; set; } = "";

    /// <summary>Which form was sent: the warning about people stands in that one.</summary>
    public string Sent { get; private set; } = "";

    public string ReasonOf(Guid item) => Array.IndexOf(ItemId, item) is >= 0 and var at && at < Reason.Length ? Reason[at] ?? "" : "";

    public string KindOf(Guid item) => Array.IndexOf(ItemId, item) is >= 0 and var at && at < Kind.Length ? Kind[at] ?? "" : "retained";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Arbitration = Debate.Arbitration;
        return Page();
    }

    public Task<IActionResult> OnPostNoteAsync(string slug, CancellationToken stop) => Answer(slug, "note", "noter", async () =>
        !EnumWords.TryRead<DebateStep>(Step, out var step) ? new Refusal("debates.tell.step", "Step")
        : Warned(("debates.note.text", Text), ("debates.note.by", By)) ? PeopleWarning.Refusal
        : await tell.Note(new(Debate.Id, Version, step, IsProposal, Text, By, Spoken()), Actor, stop), stop);

    public Task<IActionResult> OnPostOpposeAsync(string slug, CancellationToken stop) => Answer(slug, "oppose", "opposer", async () =>
        Warned(("debates.first", First), ("debates.protects", FirstProtects), ("debates.second", Second), ("debates.protects", SecondProtects), ("debates.common", Common), ("debates.settles", Settles)) ? PeopleWarning.Refusal
        : await tell.Oppose(new(Debate.Id, Version, First, FirstProtects, Second, SecondProtects, Common, Settles), Actor, stop), stop);

    public Task<IActionResult> OnPostArbitrateAsync(string slug, CancellationToken stop) => Answer(slug, "arbitrate", "arbitrer", async () =>
        Warned(("debates.arbitration", Arbitration)) ? PeopleWarning.Refusal : await tell.Arbitrate(new(Debate.Id, Version, Arbitration, NoContradiction), Actor, stop), stop);

    public Task<IActionResult> OnPostDissentAsync(string slug, CancellationToken stop) => Answer(slug, "dissent", "desaccords", async () =>
        Warned(("debates.note.by", DissentBy), ("debates.dissent.text", DissentText)) ? PeopleWarning.Refusal : await tell.Disagree(new(Debate.Id, Version, DissentBy, DissentText), Actor, stop), stop);

    public Task<IActionResult> OnPostAnswerAsync(string slug, CancellationToken stop) => Answer(slug, "answer", "", async () =>
        Warned(("debates.answer.reason", string.Join("\n", Reason))) ? PeopleWarning.Refusal
        : await tell.Answer(new(Debate.Id, Version, [.. ItemId.Select(id => new DebateAnswer(id, EnumWords.TryRead<AnswerKind>(KindOf(id), out var kind) ? kind : AnswerKind.Refused, ReasonOf(id)))]), Actor, stop), stop);

    public Task<IActionResult> OnPostChangedAsync(string slug, CancellationToken stop) => Answer(slug, "changed", "", async () =>
        Warned(("debates.changed", Changed)) ? PeopleWarning.Refusal : await tell.SayChanged(new(Debate.Id, Version, Changed), Actor, stop), stop);

    private async Task<IActionResult> Answer(string slug, string sent, string anchor, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Sent = sent;
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell("debates.told");
            return Redirect(anchor.Length > 0 ? $"{Path}/etapes#{anchor}" : Path);
        }

        await Reload(stop);
        return outcome.Refusals.Contains(Refusal.NotAllowed) ? Forbidden() : Refused(outcome);
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        return MayRun || MayAnswer ? null : Forbidden();
    }
}
