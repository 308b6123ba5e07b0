using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Connect.SharedPlaces;

/// <summary>Hours of the coming week when nothing is left to book in a place: whoever looks for idle hours takes them off its opening hours.</summary>
public static class FindBusyHours
{
    /// <summary>Hours of the week, Monday midnight first, for each place where all that is shared is taken.</summary>
    public static async Task<ILookup<Guid, int>> Of(TrameDb db, SpaceCalendar calendar, CancellationToken stop)
    {
        var today = calendar.Today(db.Now);
        var (from, to) = (calendar.StartOf(today), calendar.StartOf(today.PlusDays(7)));
        var spaces = await db.Set<SharedSpace>().AsNoTracking().Where(s => !s.Retired).Select(s => new { s.Id, s.PlaceId }).ToListAsync(stop);
        var placeOf = spaces.ToDictionary(s => s.Id, s => s.PlaceId);
        var shared = spaces.GroupBy(s => s.PlaceId).ToDictionary(g => g.Key, g => g.Count());
        var booked = await db.Set<Booking>().AsNoTracking().Where(b => b.State == BookingState.Booked && b.StartsAt < to && b.EndsAt > from).Select(b => new { b.SpaceId, b.StartsAt, b.EndsAt }).ToListAsync(stop);
        return booked.Where(b => placeOf.ContainsKey(b.SpaceId)).SelectMany(b => HoursOf(b.StartsAt, b.EndsAt, calendar).Select(hour => (b.SpaceId, Hour: hour))).Distinct()
            .GroupBy(x => (Place: placeOf[x.SpaceId], x.Hour)).Where(g => g.Count() == shared[g.Key.Place]).ToLookup(g => g.Key.Place, g => g.Key.Hour);
    }

    private static IEnumerable<int> HoursOf(Instant from, Instant to, SpaceCalendar calendar)
    {
        for (var at = from; at < to; at += Duration.FromHours(1))
        {
            var local = calendar.Local(at);
            yield return (((int)local.DayOfWeek - 1) * 24) + local.Hour;
        }
    }
}
