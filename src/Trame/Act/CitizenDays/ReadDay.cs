using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Act.CitizenDays;

/// <summary>A citizen day as its pages need it: its worksites, and everyone who signed up. Two statements besides the day's own.</summary>
public sealed class ReadDay(TrameDb db)
{
    public Task<CitizenDay?> Of(string slug, CancellationToken stop) => db.Set<CitizenDay>().AsNoTracking().FirstOrDefaultAsync(d => d.Slug == slug, stop);

    public Task<List<CitizenDay>> All(CancellationToken stop) => db.Set<CitizenDay>().AsNoTracking().OrderByDescending(d => d.Day).ThenBy(d => d.Slug).ToListAsync(stop);

    public Task<List<Worksite>> Sites(Guid dayId, CancellationToken stop) => db.Set<Worksite>().AsNoTracking().Where(s => s.DayId == dayId).OrderBy(s => s.Number).ToListAsync(stop);

    /// <summary>Those who did not withdraw.</summary>
    public Task<List<SignUp>> SignUps(Guid dayId, CancellationToken stop) => db.Set<SignUp>().AsNoTracking().Where(s => s.DayId == dayId && s.WithdrawnAt == null).OrderBy(s => s.Id).ToListAsync(stop);
}
