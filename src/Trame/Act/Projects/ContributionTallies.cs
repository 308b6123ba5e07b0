using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Act.Projects;

/// <summary>
/// Keeps what was promised and given to each want, and what a project still looks for, in the transaction that changed a contribution or a want.
/// Counted again from the rows, so that two promises at the same moment both count.
/// </summary>
internal sealed class ContributionTallies : IOnSave, IAfterBulk
{
    private static readonly string Missing = string.Join(" || ", EnumWords.Words<WantKind>().Select(kind =>
        $"CASE WHEN EXISTS (SELECT 1 FROM want w WHERE w.project_id = occasion.id AND NOT w.removed AND w.kind = '{kind}' AND w.quantity > w.pledged) THEN '{kind} ' ELSE '' END"));

    private static readonly string WantedByAll = $"UPDATE occasion SET wanted = TRIM({Missing}) WHERE kind = 'project'";
    private static readonly string WantedByOne = $"UPDATE occasion SET wanted = TRIM({Missing}) WHERE id = {{0}}";

    private const string Sums = """
        UPDATE want SET pledged = (SELECT COALESCE(SUM(c.quantity), 0) FROM contribution c WHERE c.want_id = want.id AND c.withdrawn_at IS NULL),
            given = (SELECT COALESCE(SUM(c.given), 0) FROM contribution c WHERE c.want_id = want.id AND c.withdrawn_at IS NULL)
        """;

    public async Task After(TrameDb db, IReadOnlyList<SavedChange> changes, CancellationToken stop)
    {
        var wants = changes.Select(c => c.Entity).OfType<Contribution>().Select(c => c.WantId).Concat(changes.Select(c => c.Entity).OfType<Want>().Select(w => w.Id)).Distinct().ToList();
        if (wants.Count == 0) return;
        foreach (var project in await db.Set<Want>().Where(w => wants.Contains(w.Id)).Select(w => w.ProjectId).Distinct().ToListAsync(stop)) await Count(db, db.Stored(project), stop);
    }

    async Task IAfterBulk.Run(TrameDb db, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync(Sums, stop);
        await db.Database.ExecuteSqlRawAsync(WantedByAll, stop);
    }

    private static async Task Count(TrameDb db, object project, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync("UPDATE occasion SET wanted = wanted WHERE id = {0}", [project], stop); // whoever counts this project at the same moment waits here
        await db.Database.ExecuteSqlRawAsync(Sums + " WHERE project_id = {0}", [project], stop);
        await db.Database.ExecuteSqlRawAsync(WantedByOne, [project], stop);
    }
}
