using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Connect.SharedPlaces;

/// <summary>Who booked, hosted, borrowed or belonged is forgotten in time; what was booked, how many came and what was given stays.</summary>
internal sealed class ForgetInPlaces : IPurge
{
    public RetentionRule Rule => Retention.PlaceName;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var day = before.InUtc().Date;
        var bookings = await db.Set<Booking>().Where(b => b.EndsAt < before && b.Code != "").ToListAsync(stop);
        var openings = (await db.Set<Opening>().Where(s => s.EndsAt < before).ToListAsync(stop)).Where(s => s.Hosts.Any(h => h.Name.Length > 0)).ToList();
        var loans = await db.Set<ToolLoan>().Where(l => l.ReturnedOn != null && l.ReturnedOn < day && l.Name != "").ToListAsync(stop);
        var members = await db.Set<PlaceMembership>().Where(m => m.EndsOn < day && m.Name != "").ToListAsync(stop);
        var trainings = db.Set<SpaceTraining>().Where(t => t.GivenOn < day.PlusYears(-2)); // what one was shown is remembered longer
        var incidents = db.Set<PlaceIncident>().Where(i => i.ToldAt < before);
        var count = bookings.Count + openings.Count + loans.Count + members.Count + await trainings.CountAsync(stop) + await incidents.CountAsync(stop);
        if (dryRun) return count;
        foreach (var booking in bookings) booking.Forget();
        foreach (var opening in openings) opening.Forget();
        foreach (var loan in loans) loan.Forget();
        foreach (var member in members) member.Forget();
        (await db.Save(stop)).ThrowIfRefused();
        await trainings.ExecuteDeleteAsync(stop);
        await incidents.ExecuteDeleteAsync(stop);
        return count;
    }
}
