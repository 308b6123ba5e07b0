using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Foundation.Privacy;

/// <summary>The plain case: rows that are older than the limit are deleted.</summary>
public sealed class PurgeRows<T>(RetentionRule rule, Func<Instant, Expression<Func<T, bool>>> old) : IPurge where T : class
{
    public RetentionRule Rule => rule;

    public Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var rows = db.Set<T>().Where(old(before));
        return dryRun ? rows.CountAsync(stop) : rows.ExecuteDeleteAsync(stop);
    }
}
