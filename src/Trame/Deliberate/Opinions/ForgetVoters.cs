using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Deliberate.Opinions;

/// <summary>What recognised a device, a card or a sheet is forgotten in time; the answers stay, and lead to nothing.</summary>
internal sealed class ForgetVoters : IPurge
{
    public RetentionRule Rule => Retention.DebatePlace;

    public Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var old = db.Set<OpinionVoter>().Where(v => v.At < before && v.KeyHash != null);
        return dryRun ? old.CountAsync(stop) : old.ExecuteUpdateAsync(v => v.SetProperty(x => x.KeyHash, (string?)null), stop);
    }
}
