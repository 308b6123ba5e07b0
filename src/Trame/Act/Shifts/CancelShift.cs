using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>A shift will not be: everybody who signed up is to be told again, with the reason.</summary>
public sealed class CancelShift(TrameDb db, Rights rights)
{
    public async Task<Outcome> Handle(Guid shiftId, int version, string why, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Shift>().FirstOrDefaultAsync(s => s.Id == shiftId, stop) is not { } shift) return Refusal.Gone;
        var occasion = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == shift.OccasionId, stop);
        if (!rights.May(actor, ShiftActs.Run, occasion)) return Refusal.NotAllowed;
        if (shift.Version != version) return Refusal.Conflict;
        var outcome = shift.Cancel(why);
        if (!outcome.Accepted) return outcome;
        foreach (var hand in await db.Set<ShiftHand>().Where(h => h.ShiftId == shift.Id && h.LeftAt == null && h.RemindedAt != null).ToListAsync(stop)) hand.TakePlace();
        db.Author = actor.As(why.Trim());
        return await db.Save(stop);
    }
}
