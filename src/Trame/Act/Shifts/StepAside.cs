using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Act.Shifts;

/// <summary>Somebody who signed up will not come: they say so, no reason asked (R2), and who they were is forgotten at once; or somebody else comes in their place. The first who waits takes a place that frees itself.</summary>
public sealed class StepAside(TrameDb db, Rights rights)
{
    private const int MostTries = 20;

    public async Task<Outcome> Leave(string code, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, ShiftActs.Lend)) return Refusal.NotAllowed;
        for (var tries = 0; ; tries++)
        {
            var saved = await Once(Typed(code), actor, stop);
            if (!saved.Refusals.Contains(Refusal.Conflict) || tries == MostTries) return saved;
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>The code of whoever comes instead.</returns>
    public async Task<Outcome<string>> GiveTo(string code, string name, HandWay way, string reach, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, ShiftActs.Lend)) return Refusal.NotAllowed;
        var wrong = LendHand.Wrong(name, way, reach).ToList();
        if (wrong.Count > 0) return Outcome.Of(wrong);
        var typed = Typed(code);
        if (await db.Set<ShiftHand>().FirstOrDefaultAsync(h => h.Code == typed, stop) is not { } hand) return Refusal.Gone;
        var outcome = hand.GiveTo(name.Trim(), way, way == HandWay.None ? "" : reach.Trim(), Tokens.Code(3));
        if (!outcome.Accepted) return outcome;
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? hand.Code : saved;
    }

    /// <summary>As it is kept; it was read on a sheet and typed by hand.</summary>
    internal static string Typed(string code) => code.Trim().ToUpperInvariant();

    private async Task<Outcome> Once(string code, Actor actor, CancellationToken stop)
    {
        if (await db.Set<ShiftHand>().FirstOrDefaultAsync(h => h.Code == code, stop) is not { } hand) return Refusal.Gone;
        if (hand.LeftAt is not null) return Outcome.Done;
        var outcome = hand.Leave(db.Now);
        if (!outcome.Accepted) return outcome;
        if (!hand.Waits) await FreePlace(hand, stop);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private async Task FreePlace(ShiftHand left, CancellationToken stop)
    {
        var shift = await db.Set<Shift>().FirstAsync(s => s.Id == left.ShiftId, stop);
        shift.Leave();
        if (await db.Set<ShiftHand>().Where(h => h.ShiftId == shift.Id && h.Waits && h.LeftAt == null).OrderBy(h => h.SignedAt).ThenBy(h => h.Id).FirstOrDefaultAsync(stop) is not { } first || !shift.Take()) return;
        first.TakePlace();
    }
}
