using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Rooms;

/// <summary>The rooms of a debate: the last is the one that is open, or was.</summary>
public sealed class FindRooms(TrameDb db)
{
    public Task<DebateRoom?> Last(Guid debateId, CancellationToken stop) => db.Set<DebateRoom>().AsNoTracking().Where(r => r.DebateId == debateId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(stop);
}
