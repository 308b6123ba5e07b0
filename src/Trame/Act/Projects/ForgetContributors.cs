using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Act.Projects;

/// <summary>Who promised, and how to reach them, is forgotten in time; what was promised and given stays.</summary>
internal sealed class ForgetContributors : IPurge
{
    public RetentionRule Rule => Retention.Pledge;

    public Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var old = db.Set<Contribution>().Where(c => c.PledgedAt < before && (c.Name != "" || c.Reach != ""));
        return dryRun ? old.CountAsync(stop) : old.ExecuteUpdateAsync(c => c.SetProperty(x => x.Name, "").SetProperty(x => x.Reach, ""), stop);
    }
}
