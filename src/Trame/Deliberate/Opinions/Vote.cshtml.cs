using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Opinions;

/// <summary>One statement at a time: agree, disagree, pass.</summary>
[EnableRateLimiting(RateLimits.Live)]
public sealed class VotePage(TrameDb db, CastVotes cast, Participant participant) : OpinionPage(db)
{
    [BindProperty] public int Statement { get; set; }

    [BindProperty] public int Value { get; set; }

    [BindProperty] public string Card { get; set; } = "";

    public OpinionStatement? Next { get; private set; }

    public int Answered { get; private set; }

    public bool NeedsCard { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "carte")] string? card, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Card = card ?? "";
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var seat = await participant.Enter(Debate, Card, stop);
        var outcome = seat.Accepted ? await cast.Handle(new(Debate, seat.Value, Statement, Value), Actor, stop) : seat.Plain;
        if (outcome.Accepted) return Redirect(Root);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        var (id, key) = (Debate.Id, participant.Known(Debate.Id));
        var voter = key is null ? null : await Db.Set<OpinionVoter>().AsNoTracking().FirstOrDefaultAsync(v => v.KeyHash == key, stop);
        NeedsCard = Debate.Identity != DebateIdentity.None && voter is null;
        var mine = voter is null ? [] : (await Db.Set<OpinionVote>().Where(v => v.DebateId == id && v.Voter == voter.Number).Select(v => v.Statement).Distinct().ToListAsync(stop)).ToHashSet();
        var seen = await Db.Set<OpinionVote>().Where(v => v.DebateId == id).GroupBy(v => v.Statement).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Answered = Open.Count(s => mine.Contains(s.Number));
        var next = NextStatement.Of(Open.Where(s => !mine.Contains(s.Number)).Select(s => (s.Number, seen.GetValueOrDefault(s.Number))), key ?? $"{id}");
        Next = Open.FirstOrDefault(s => s.Number == next);
    }
}
