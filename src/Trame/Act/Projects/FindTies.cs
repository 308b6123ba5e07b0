using Microsoft.EntityFrameworkCore;
using Trame.Act.Dispositifs;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>Ties of projects, from either side, in one statement.</summary>
public sealed class FindTies(TrameDb db)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<ProjectTie>> Of(Guid id, CancellationToken stop)
    {
        var rows = await (from link in db.Set<ProjectLink>().AsNoTracking()
                          where link.ProjectId == id || link.TargetId == id
                          let other = link.ProjectId == id ? link.TargetId : link.ProjectId
                          join o in db.Set<Occasion>() on other equals o.Id into occasions
                          from occasion in occasions.DefaultIfEmpty()
                          join r in db.Set<DispositifRun>() on other equals r.Id into runs
                          from run in runs.DefaultIfEmpty()
                          select new { Id = other, link.Kind, Forward = link.ProjectId == id, Name = occasion != null ? occasion.Name : run!.Name, Slug = occasion != null ? occasion.Slug : run!.Slug, Shelf = occasion != null ? (OccasionKind?)occasion.Kind : null })
            .Take(Most).ToListAsync(stop);
        return [.. rows.Where(r => r.Name is not null).OrderBy(r => r.Kind).ThenBy(r => r.Name, StringComparer.CurrentCulture)
            .Select(r => new ProjectTie(r.Id, r.Kind, r.Name, r.Shelf is { } shelf ? $"/{OccasionShelf.Of(shelf)}/{r.Slug}" : $"/dispositifs/en-cours/{r.Slug}", r.Forward))];
    }
}
