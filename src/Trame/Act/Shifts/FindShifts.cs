using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Act.Shifts;

/// <summary>When hands are wanted: of one occasion, or of all.</summary>
public sealed class FindShifts(TrameDb db, CurrentSpace space)
{
    /// <summary>Those of an occasion that still come, cancelled ones too so that nobody waits at a closed door.</summary>
    public async Task<IReadOnlyList<Shift>> Of(Guid occasion, int most, CancellationToken stop)
    {
        var now = SpaceCalendar.Of(space.Settings).Local(db.Now);
        var today = now.Date;
        return [.. (await db.Set<Shift>().AsNoTracking().Where(s => s.OccasionId == occasion && s.Day >= today).OrderBy(s => s.Day).ThenBy(s => s.StartsAt).ThenBy(s => s.Id).Take(most + 10).ToListAsync(stop)).Where(s => s.End > now).Take(most)];
    }

    /// <summary>Every one between two days, both included, that will be.</summary>
    public async Task<IReadOnlyList<Shift>> Between(LocalDate from, LocalDate to, int most, CancellationToken stop) =>
        await db.Set<Shift>().AsNoTracking().Where(s => s.Day >= from && s.Day <= to && s.Cancelled == "").OrderBy(s => s.Day).ThenBy(s => s.StartsAt).ThenBy(s => s.Id).Take(most).ToListAsync(stop);
}
