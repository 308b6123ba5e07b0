using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Opinions;

/// <summary>Statements are brought, proposed, opened, merged or refused with a reason, appealed against and answered. Everyone reads all of it.</summary>
public sealed class KeepStatements(TrameDb db, Rights rights)
{
    public const int Most = 300;

    public sealed record Brought(Debate Debate, string Text, Channel Channel);

    /// <param name="Into">For a merge: the number of the statement that is kept.</param>
    public sealed record Decided(Guid StatementId, int Version, StatementState State, int? Into, string Reason);

    /// <summary>Those who keep the map bring it open; anyone else proposes.</summary>
    public async Task<Outcome<OpinionStatement>> Bring(Brought brought, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpinionActs.Vote)) return Refusal.NotAllowed;
        var text = brought.Text.Trim();
        if (brought.Debate.Stage != DebateStage.Open) return new Refusal("opinions.closed");
        if (Blank.Is(text) || text.Length > OpinionStatement.TextLength) return new Refusal("opinions.text.length", "Text", $"{OpinionStatement.TextLength}");
        if (text.EndsWith('?')) return new Refusal("room.statement.question", "Text");
        var known = await db.Set<OpinionStatement>().AsNoTracking().Where(s => s.DebateId == brought.Debate.Id).Select(s => new { s.Number, s.Text }).ToListAsync(stop);
        if (known.Count >= Most) return new Refusal("opinions.too-many", "Text", $"{Most}");
        if (known.FirstOrDefault(k => Slug.From(k.Text) == Slug.From(text)) is { } same) return new Refusal("opinions.same", "Text", $"{same.Number}");
        var statement = new OpinionStatement(brought.Debate.Id, known.Count == 0 ? 1 : known.Max(k => k.Number) + 1, text, rights.May(actor, OpinionActs.Keep) ? StatementOrigin.Seeded : StatementOrigin.Proposed);
        db.Add(statement);
        db.Author = (actor with { Channel = brought.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? statement : saved;
    }

    public async Task<Outcome> Decide(Decided decided, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpinionActs.Keep)) return Refusal.NotAllowed;
        if (await db.Set<OpinionStatement>().FirstOrDefaultAsync(s => s.Id == decided.StatementId, stop) is not { } statement) return Refusal.Gone;
        if (decided.Reason.Trim().Length > OpinionStatement.ReasonLength) return new Refusal("occasions.field.long", "Reason", $"{OpinionStatement.ReasonLength}", $"{decided.Reason.Trim().Length}");
        if (decided.State == StatementState.Merged && !await db.Set<OpinionStatement>().AnyAsync(s => s.DebateId == statement.DebateId && s.Number == decided.Into && s.State == StatementState.Open, stop)) return new Refusal("opinions.merge.unknown", "Into");
        var outcome = decided.State switch
        {
            StatementState.Open => statement.Open(decided.Reason),
            StatementState.Merged => statement.Merge(decided.Into!.Value, decided.Reason), // found just above
            StatementState.Refused => statement.Refuse(decided.Reason),
            _ => new Refusal("opinions.state.already"),
        };
        return await Save(outcome, statement, decided.Version, actor, decided.Reason.Trim(), stop);
    }

    public async Task<Outcome> Contest(Guid statementId, int version, string appeal, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpinionActs.Vote)) return Refusal.NotAllowed;
        if (await db.Set<OpinionStatement>().FirstOrDefaultAsync(s => s.Id == statementId, stop) is not { } statement) return Refusal.Gone;
        if (appeal.Trim().Length > OpinionStatement.ReasonLength) return new Refusal("occasions.field.long", "Appeal", $"{OpinionStatement.ReasonLength}", $"{appeal.Trim().Length}");
        return await Save(statement.Contest(appeal), statement, version, actor, "", stop);
    }

    private async Task<Outcome> Save(Outcome outcome, OpinionStatement statement, int version, Actor actor, string reason, CancellationToken stop)
    {
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(statement, version);
        db.Author = actor.As(reason);
        return await db.Save(stop);
    }
}
