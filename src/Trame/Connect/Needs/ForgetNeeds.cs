using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;

namespace Trame.Connect.Needs;

/// <summary>What passed its day ends, and says so; who said what ended long enough ago is forgotten. What was asked, when and in which commune stays.</summary>
internal sealed class ForgetNeeds : IPurge
{
    public RetentionRule Rule => Retention.Need;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var today = SpaceCalendar.Of(db).Today(db.Now);
        var over = await db.Set<Need>().Where(n => n.ExpiresOn < today && (n.Status == EntryStatus.Open || n.Status == EntryStatus.Signal || n.Status == EntryStatus.Frozen)).ToListAsync(stop);
        var old = await db.Set<Need>().Where(n => n.EndedAt < before && n.Code != "").ToListAsync(stop);
        if (dryRun) return over.Count + old.Count;
        foreach (var need in over)
        {
            if (need.Status == EntryStatus.Open) db.Add(NeedFacts.Of(NeedFacts.Expired, need, Channel.Import, db.Now));
            need.Expire(db.Now);
        }

        foreach (var need in old) need.Forget();
        (await db.Save(stop)).ThrowIfRefused();
        return over.Count + old.Count;
    }
}
