using Trame.Foundation.Data;

namespace Trame.Foundation.Privacy;

/// <summary>Obeys the retention table in one space.</summary>
public sealed class PurgeSpace(IEnumerable<IPurge> purges)
{
    public sealed record Line(RetentionRule Rule, int Rows);

    /// <summary>What was forgotten, rule by rule (what would be, for a dry run).</summary>
    public async Task<IReadOnlyList<Line>> Handle(TrameDb db, bool dryRun, CancellationToken stop)
    {
        var lines = new List<Line>();
        foreach (var purge in purges.OrderBy(p => p.Rule.Key, StringComparer.Ordinal))
            lines.Add(new Line(purge.Rule, await purge.Handle(db, Retention.Limit(purge.Rule, db.Now), dryRun, stop)));
        return lines;
    }
}
