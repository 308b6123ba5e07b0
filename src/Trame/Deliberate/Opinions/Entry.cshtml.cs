using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Opinions;

/// <summary>A ballot of paper is typed, by keyboard alone; then a second time. It counts once both say the same.</summary>
public sealed class EntryPage(TrameDb db, CastVotes cast) : OpinionPage(db)
{
    [BindProperty] public string Number { get; set; } = "";

    [BindProperty] public int[] Statement { get; set; } = [];

    /// <summary>« 1 », « -1 », « 0 », or nothing.</summary>
    [BindProperty] public string[] Value { get; set; } = [];

    /// <summary>Typed once, awaiting the second.</summary>
    public IReadOnlyList<int> Half { get; private set; } = [];

    public int Counted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Hold(slug, stop) is { } elsewhere) return elsewhere;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Hold(slug, stop) is { } elsewhere) return elsewhere;
        var votes = Statement.Zip(Value).Where(p => p.Second is "1" or "-1" or "0").Select(p => new SheetVote(p.First, int.Parse(p.Second, CultureInfo.InvariantCulture))).ToList();
        var outcome = await cast.Type(new(Debate, int.TryParse(Number, CultureInfo.InvariantCulture, out var number) ? number : 0, votes), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell(outcome.Value.Counts ? "opinions.entry.counts" : outcome.Value.Differs.Count > 0 ? "opinions.entry.differs" : "opinions.entry.first", Number, string.Join(", ", outcome.Value.Differs));
        return Redirect($"{Root}/saisie");
    }

    private async Task<IActionResult?> Hold(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayKeep) return Forbidden();
        var id = Debate.Id;
        Half = await Db.Set<OpinionSheet>().Where(s => s.DebateId == id && s.Voter == null).OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(stop);
        Counted = await Db.Set<OpinionSheet>().CountAsync(s => s.DebateId == id && s.Voter != null, stop);
        return null;
    }
}
