using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Opinions;

/// <summary>Somebody answers a statement, on a screen; or a sheet of paper is typed, twice, and counts exactly the same.</summary>
public sealed class CastVotes(TrameDb db, Rights rights)
{
    /// <param name="Key">What recognises the voice: a fingerprint.</param>
    /// <param name="Value">1, -1 or 0.</param>
    public sealed record Request(Debate Debate, string Key, int Statement, int Value);

    public sealed record Sheet(Debate Debate, int Number, IReadOnlyList<SheetVote> Votes);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpinionActs.Vote)) return Refusal.NotAllowed;
        if (Shut(request.Debate) is { } shut) return shut;
        if (request.Value is < -1 or > 1) return new Refusal("opinions.value.wrong");
        if (!await db.Set<OpinionStatement>().AnyAsync(s => s.DebateId == request.Debate.Id && s.Number == request.Statement && s.State == StatementState.Open, stop)) return new Refusal("opinions.statement.gone");
        try
        {
            return await Write(request, actor, stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear(); // the same voice arrived twice at once: the second finds the first
            return await Write(request, actor, stop);
        }
    }

    /// <returns>True when the sheet counts, with nothing more to type; false when another entry is awaited.</returns>
    public async Task<Outcome<SheetAnswer>> Type(Sheet sheet, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpinionActs.Keep)) return Refusal.NotAllowed;
        if (Shut(sheet.Debate) is { } shut) return shut;
        if (sheet.Number is < 1 or > OpinionSheet.MostNumber) return new Refusal("opinions.sheet.number", "Number", $"{OpinionSheet.MostNumber}");
        var open = await db.Set<OpinionStatement>().Where(s => s.DebateId == sheet.Debate.Id && s.State == StatementState.Open).Select(s => s.Number).ToListAsync(stop);
        if (sheet.Votes.Count == 0 || sheet.Votes.Any(v => v.Value is < -1 or > 1)) return new Refusal("opinions.sheet.empty", "Number");
        if (sheet.Votes.Any(v => !open.Contains(v.Statement))) return new Refusal("opinions.statement.gone");
        if (await db.Set<OpinionSheet>().FirstOrDefaultAsync(s => s.DebateId == sheet.Debate.Id && s.Number == sheet.Number, stop) is not { } row) db.Add(row = new OpinionSheet(sheet.Debate.Id, sheet.Number));
        var typed = row.Type(sheet.Votes);
        if (!typed.Accepted) return typed.Plain;
        if (row.Agreed)
        {
            var voter = new OpinionVoter(sheet.Debate.Id, Number(), Participant.KeyOf(sheet.Debate.Id, $"feuille {sheet.Number}"), Channel.Paper, db.Now);
            db.Add(voter);
            foreach (var vote in sheet.Votes) db.Add(new OpinionVote(sheet.Debate.Id, voter.Number, vote.Statement, vote.Value));
            row.Become(voter.Number);
        }

        db.Author = (actor with { Channel = Channel.Paper }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? new SheetAnswer(row.Agreed, typed.Value) : saved;
    }

    private async Task<Outcome> Write(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<OpinionVoter>().FirstOrDefaultAsync(v => v.KeyHash == request.Key, stop) is not { } voter) db.Add(voter = new OpinionVoter(request.Debate.Id, Number(), request.Key, Channel.Online, db.Now));
        var before = await db.Set<OpinionVote>().Where(v => v.DebateId == request.Debate.Id && v.Voter == voter.Number && v.Statement == request.Statement).OrderByDescending(v => v.Id).Select(v => (int?)v.Value).FirstOrDefaultAsync(stop);
        if (before == request.Value) return Outcome.Done; // sent twice
        db.Add(new OpinionVote(request.Debate.Id, voter.Number, request.Statement, request.Value));
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private static Refusal? Shut(Debate debate) => debate.Stage == DebateStage.Open ? null : new Refusal("opinions.closed");

    // Drawn by chance: numbers in order would say who came first.
    private static int Number() => RandomNumberGenerator.GetInt32(1, int.MaxValue);
}
