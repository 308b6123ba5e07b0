using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Act.Projects;

/// <summary>
/// Keeps what was promised and given to each want, and what a project still looks for, in the transaction that changed a contribution or a want.
/// Counted again from the rows, so that two promises at the same moment both count.
/// </summary>
internal sealed class ContributionTallies : IOnSave
{
    public async Task After(TrameDb db, IReadOnlyList<SavedChange> changes, CancellationToken stop)
    {
        var wants = changes.Select(c => c.Entity).OfType<Contribution>().Select(c => c.WantId).Concat(changes.Select(c => c.Entity).OfType<Want>().Select(w => w.Id)).Distinct().ToList();
        if (wants.Count == 0) return;
        var projects = await db.Set<Want>().Where(w => wants.Contains(w.Id)).Select(w => w.ProjectId).Distinct().ToListAsync(stop);
        foreach (var project in projects) await Count(db, project, stop);
    }

    private static async Task Count(TrameDb db, Guid projectId, CancellationToken stop)
    {
        var key = db.Stored(projectId);
        await db.Database.ExecuteSqlRawAsync("UPDATE occasion SET wanted = wanted WHERE id = {0}", [key], stop); // whoever counts this project at the same moment waits here
        await db.Database.ExecuteSqlRawAsync("""
            UPDATE want SET pledged = (SELECT COALESCE(SUM(c.quantity), 0) FROM contribution c WHERE c.want_id = want.id AND c.withdrawn_at IS NULL),
                given = (SELECT COALESCE(SUM(c.given), 0) FROM contribution c WHERE c.want_id = want.id AND c.withdrawn_at IS NULL)
            WHERE project_id = {0}
            """, [key], stop);
        var missing = await db.Set<Want>().Where(w => w.ProjectId == projectId && !w.Removed && w.Quantity > w.Pledged).Select(w => w.Kind).Distinct().ToListAsync(stop);
        await db.Database.ExecuteSqlRawAsync("UPDATE occasion SET wanted = {1} WHERE id = {0}", [key, string.Join(' ', missing.Order().Select(EnumWords.Write))], stop);
    }
}
