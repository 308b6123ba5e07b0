using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Act.Shifts;

/// <summary>Somebody lends a hand for a shift: online, at a counter, by phone, on paper; with a first name or none, and any way to be reminded or none. Who comes one too many waits.</summary>
public sealed class LendHand(TrameDb db, Rights rights, CurrentSpace space)
{
    private const int MostTries = 20; // each try that fails is somebody else's that succeeded

    public sealed record Request(Guid ShiftId, string Name, HandWay Way, string Reach, Channel Channel);

    public async Task<Outcome<ShiftHand>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, ShiftActs.Lend)) return Refusal.NotAllowed;
        var wrong = Wrong(request.Name, request.Way, request.Reach).ToList();
        if (wrong.Count > 0) return Outcome.Of(wrong);
        for (var tries = 0; ; tries++)
        {
            if (await db.Set<Shift>().FirstOrDefaultAsync(s => s.Id == request.ShiftId, stop) is not { } shift) return Refusal.Gone;
            if (shift.Cancelled.Length > 0) return new Refusal("shifts.cancelled");
            if (shift.End <= SpaceCalendar.Of(space.Settings).Local(db.Now)) return new Refusal("shifts.over");
            var hand = new ShiftHand(shift.Id, request.Name.Trim(), request.Way, request.Way == HandWay.None ? "" : request.Reach.Trim(), !shift.Take(), request.Channel, Tokens.Code(3), db.Now);
            db.Add(hand);
            db.Author = (actor with { Channel = request.Channel }).As();
            var saved = await db.Save(stop);
            if (saved.Accepted) return hand;
            if (!saved.Refusals.Contains(Refusal.Conflict) || tries == MostTries) return saved;
            db.ChangeTracker.Clear(); // somebody took a place at the same moment: look again
        }
    }

    internal static IEnumerable<Refusal> Wrong(string name, HandWay way, string reach)
    {
        if (name.Trim().Length > ShiftHand.NameLength) yield return new("occasions.field.long", "Name", $"{ShiftHand.NameLength}", $"{name.Trim().Length}");
        if (reach.Trim().Length > ShiftHand.ReachLength) yield return new("occasions.field.long", "Reach", $"{ShiftHand.ReachLength}", $"{reach.Trim().Length}");
        if (way != HandWay.None && reach.Trim().Length == 0) yield return new("shifts.reach.missing", "Reach");
        if (way == HandWay.Mail && reach.Trim().Length > 0 && !System.Net.Mail.MailAddress.TryCreate(reach.Trim(), out _)) yield return new("shifts.reach.mail", "Reach");
    }
}
