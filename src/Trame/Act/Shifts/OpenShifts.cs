using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>Says when hands are wanted: once, or the same day of each week for a while.</summary>
public sealed class OpenShifts(TrameDb db, Rights rights, CurrentSpace space)
{
    public const int MostWeeks = 26;

    /// <param name="EndsAt">Earlier than it starts: the next morning.</param>
    /// <param name="Weeks">How many weeks in a row, 1 for once.</param>
    public sealed record Request(Guid OccasionId, string Name, string What, LocalDate Day, LocalTime StartsAt, LocalTime EndsAt, int Wanted, int Weeks, bool WithChildren, bool Seated);

    /// <returns>How many were opened.</returns>
    public async Task<Outcome<int>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.OccasionId && o.MergedIntoId == null && o.Status == OccasionStatus.Open, stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, ShiftActs.Run, occasion)) return Refusal.NotAllowed;
        if (request.Day < SpaceCalendar.Of(space.Settings).Today(db.Now)) return new Refusal("shifts.day.past", "Day");
        if (request.Weeks is < 1 or > MostWeeks) return new Refusal("shifts.weeks.wrong", "Weeks", $"{MostWeeks}");
        var start = request.Day.At(request.StartsAt);
        var end = request.Day.At(request.EndsAt) is var same && same > start ? same : request.Day.PlusDays(1).At(request.EndsAt);
        var minutes = (int)Period.Between(start, end, PeriodUnits.Minutes).Minutes;
        for (var week = 0; week < request.Weeks; week++)
        {
            var made = Shift.Make(occasion.Id, request.Name, request.What, start.PlusWeeks(week), minutes, request.Wanted, request.WithChildren, request.Seated);
            if (!made.Accepted) return made.Plain;
            db.Add(made.Value);
        }

        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? request.Weeks : saved;
    }
}
