using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using NodaTime;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>After a shift: how many hands came, with who was ticked. Told again, it corrects what was told.</summary>
public sealed class TellShift(TrameDb db, Rights rights, CurrentSpace space)
{
    public const int MostCame = 1000;

    /// <param name="Here">Those who signed up and came.</param>
    /// <param name="Others">Who came without having signed up.</param>
    public sealed record Request(Guid ShiftId, int Version, IReadOnlyCollection<Guid> Here, int Others, Channel Channel);

    /// <returns>How many came.</returns>
    public async Task<Outcome<int>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Shift>().FirstOrDefaultAsync(s => s.Id == request.ShiftId, stop) is not { } shift) return Refusal.Gone;
        var occasion = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == shift.OccasionId, stop);
        if (!rights.May(actor, ShiftActs.Run, occasion)) return Refusal.NotAllowed;
        if (shift.Version != request.Version) return Refusal.Conflict;
        var calendar = SpaceCalendar.Of(space.Settings);
        if (shift.Start > calendar.Local(db.Now)) return new Refusal("shifts.told.early");
        if (request.Others is < 0 or > MostCame) return new Refusal("shifts.told.others", "Others", $"{MostCame}");
        var hands = await db.Set<ShiftHand>().Where(h => h.ShiftId == shift.Id && h.LeftAt == null).ToListAsync(stop);
        foreach (var hand in hands) hand.Arrive(request.Here.Contains(hand.Id));
        var fact = new Fact(ShiftFacts.Held, occasion.TerritoryId, request.Channel, shift.Start.InZoneLeniently(calendar.Zone).ToInstant(), db.Now) { SubjectType = "occasion", SubjectId = occasion.Id, Count = hands.Count(h => h.Came) + request.Others, Corrects = shift.FactId };
        db.Add(fact);
        shift.Told(fact.Id);
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? fact.Count!.Value : saved;
    }
}
