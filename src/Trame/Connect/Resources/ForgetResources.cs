using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;

namespace Trame.Connect.Resources;

/// <summary>An offer that passed its day ends; who made one that ended long enough ago is forgotten.</summary>
internal sealed class ForgetResources : IPurge
{
    public RetentionRule Rule => Retention.Offer;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var today = SpaceCalendar.Of(db).Today(db.Now);
        var over = await db.Set<Resource>().Where(r => r.ExpiresOn < today && (r.Status == EntryStatus.Open || r.Status == EntryStatus.Frozen)).ToListAsync(stop);
        var old = await db.Set<Resource>().Where(r => r.EndedAt < before && r.Code != "").ToListAsync(stop);
        if (dryRun) return over.Count + old.Count;
        foreach (var resource in over)
        {
            resource.Expire(db.Now);
            db.Add(ResourceFacts.Of(ResourceFacts.Expired, resource, Channel.Import, db.Now));
        }

        foreach (var resource in old) resource.Forget();
        (await db.Save(stop)).ThrowIfRefused();
        return over.Count + old.Count;
    }
}
