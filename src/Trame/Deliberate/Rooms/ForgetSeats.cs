using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Rooms;

/// <summary>A room that nobody closed forgets, in time, what recognised its seats; one that is closed forgot at once.</summary>
internal sealed class ForgetSeats : IPurge
{
    public RetentionRule Rule => Retention.RoomSeat;

    public Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var old = db.Set<RoomSeat>().Where(s => s.At < before && s.KeyHash != "");
        return dryRun ? old.CountAsync(stop) : old.ExecuteUpdateAsync(s => s.SetProperty(x => x.KeyHash, ""), stop);
    }
}
