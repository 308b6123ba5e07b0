using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>Somebody called, or went by: this person is reminded.</summary>
public sealed class NoteReminder(TrameDb db, Rights rights)
{
    public async Task<Outcome> Handle(Guid handId, Actor actor, CancellationToken stop)
    {
        if (await db.Set<ShiftHand>().FirstOrDefaultAsync(h => h.Id == handId, stop) is not { } hand) return Refusal.Gone;
        var of = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => db.Set<Shift>().Any(s => s.Id == hand.ShiftId && s.OccasionId == o.Id), stop);
        if (!rights.May(actor, ShiftActs.Run, of)) return Refusal.NotAllowed;
        hand.Remind(db.Now);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
