using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Time;

namespace Trame.Registers.Occasions;

/// <summary>What is open at this minute: the texts of hours that say so, evaluated exactly (closures and holidays included), and by name what has no hours of its own: stops of a round, moments under way.</summary>
internal sealed record OpenNow(IReadOnlyList<string> Hours, IReadOnlyList<Guid> Ids)
{
    private const int MostOneByOne = 5_000;

    /// <param name="db">Where the records are.</param>
    /// <param name="calendar">The clock and the holidays of the space.</param>
    /// <param name="texts">Every text of hours, where they are known already.</param>
    /// <param name="stop">Ends the question.</param>
    public static async Task<OpenNow> Of(TrameDb db, SpaceCalendar calendar, IReadOnlyCollection<string>? texts, CancellationToken stop)
    {
        var (now, local) = (db.Now, calendar.Local(db.Now));
        var hours = texts ?? await db.Set<Occasion>().Where(o => o.Hours != "" && o.Status == OccasionStatus.Open && o.MergedIntoId == null).Select(o => o.Hours).Distinct().ToListAsync(stop);
        var others = await db.Set<Occasion>().AsNoTracking()
            .Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && ((o.Kind == OccasionKind.Moment && o.NextAt <= now) || o.Itinerant)).Take(MostOneByOne).ToListAsync(stop);
        return new OpenNow([.. hours.Where(IsOpen)], [.. others.Where(o => o.Stops.Any(s => IsOpen(s.Hours)) || OccasionTimes.Next(o, calendar, now)?.StartsAt <= now).Select(o => o.Id)]);

        bool IsOpen(string text) => text.Length > 0 && OpeningHoursCache.Shared.Get(text) is { Ok: true, Value: { } read } && read.IsOpen(local, calendar.Holidays);
    }
}
