using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Opinions;

/// <summary>Every statement, and what became of it: the policy of moderation and its journal are this page.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class StatementsPage(TrameDb db, KeepStatements keep) : OpinionPage(db)
{
    [BindProperty] public string Text { get; set; } = "";
    [BindProperty] public Guid StatementId { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string State { get; set; } = "";
    [BindProperty] public string Into { get; set; } = "";
    [BindProperty] public string Reason { get; set; } = "";
    [BindProperty] public string Appeal { get; set; } = "";

    public IReadOnlyList<OpinionStatement> All { get; private set; } = [];

    /// <summary>Which form was sent: the warning about people stands in that one.</summary>
    public string Sent { get; private set; } = "";

    /// <summary>What waits is read by those who decide; what was decided, by everyone.</summary>
    public IEnumerable<OpinionStatement> Shown => All.Where(s => MayKeep || s.State != StatementState.Waiting);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Load(slug, stop) ?? Page();

    public Task<IActionResult> OnPostBringAsync(string slug, CancellationToken stop) => Answer(slug, "bring", async () =>
        Warned(("opinions.text", Text)) ? PeopleWarning.Refusal : (await keep.Bring(new(Debate, Text, Spoken()), Actor, stop)).Plain, stop);

    public Task<IActionResult> OnPostDecideAsync(string slug, CancellationToken stop) => Answer(slug, "decide", async () =>
        !EnumWords.TryRead<StatementState>(State, out var state) ? new Refusal("opinions.state.already")
        : Warned(("opinions.reason", Reason)) ? PeopleWarning.Refusal
        : await keep.Decide(new(StatementId, Version, state, int.TryParse(Into, System.Globalization.CultureInfo.InvariantCulture, out var into) ? into : null, Reason), Actor, stop), stop);

    public Task<IActionResult> OnPostAppealAsync(string slug, CancellationToken stop) => Answer(slug, "appeal", async () =>
        Warned(("opinions.appeal", Appeal)) ? PeopleWarning.Refusal : await keep.Contest(StatementId, Version, Appeal, Actor, stop), stop);

    private async Task<IActionResult> Answer(string slug, string sent, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(slug, stop) is { } elsewhere) return elsewhere;
        Sent = sent;
        var outcome = await act();
        if (!outcome.Accepted) return Refused(outcome);
        Tell(sent == "bring" && !MayKeep ? "opinions.proposed" : "opinions.saved");
        return Redirect($"{Root}/affirmations");
    }

    private async Task<IActionResult?> Load(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var id = Debate.Id;
        All = await Db.Set<OpinionStatement>().AsNoTracking().Where(s => s.DebateId == id).OrderBy(s => s.Number).ToListAsync(stop);
        return null;
    }
}
