using Microsoft.EntityFrameworkCore;
using Trame.Act.Dispositifs;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>A project is tied to a place, a moment or a dispositif under way, or follows another project; or a tie is undone. No project follows itself, even from afar.</summary>
public sealed class TieProject(TrameDb db, Rights rights)
{
    private const int MostLinks = 40;
    private const int LongestChain = 1_000;

    /// <param name="Target">The short name in the address of what it is tied to, or that whole address.</param>
    public sealed record Request(Guid ProjectId, LinkKind Kind, string Target);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await May(request.ProjectId, actor, stop) is { Accepted: false } refused) return refused;
        if (await Find(request.Kind, Slug.From(request.Target.Split('?')[0].TrimEnd('/').Split('/')[^1]), stop) is not { } target) return new Refusal("projects.tie.unknown", "Target", request.Target.Trim());
        if (target == request.ProjectId) return new Refusal("projects.tie.itself", "Target");
        var ties = await db.Set<ProjectLink>().AsNoTracking().Where(l => l.ProjectId == request.ProjectId).ToListAsync(stop);
        if (ties.Any(t => t.TargetId == target)) return Outcome.Done; // sent twice
        if (ties.Count >= MostLinks) return new Refusal("projects.tie.too-many", "Target", $"{MostLinks}");
        if (request.Kind == LinkKind.Project && await Follows(target, request.ProjectId, stop)) return new Refusal("projects.tie.circle", "Target");
        db.Add(new ProjectLink(request.ProjectId, target, request.Kind));
        db.Author = actor.As();
        return await db.Save(stop);
    }

    public async Task<Outcome> Undo(Guid projectId, Guid targetId, Actor actor, CancellationToken stop)
    {
        if (await May(projectId, actor, stop) is { Accepted: false } refused) return refused;
        if (await db.Set<ProjectLink>().FirstOrDefaultAsync(l => l.ProjectId == projectId && l.TargetId == targetId, stop) is not { } link) return Outcome.Done;
        db.Remove(link);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    private async Task<Outcome> May(Guid id, Actor actor, CancellationToken stop) =>
        await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.MergedIntoId == null, stop) is not { } project ? Refusal.Gone
        : rights.May(actor, ProjectActs.Run, project) ? Outcome.Done : Refusal.NotAllowed;

    private async Task<Guid?> Find(LinkKind kind, string slug, CancellationToken stop)
    {
        if (kind == LinkKind.Run) return await db.Set<DispositifRun>().Where(r => r.Slug == slug).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(stop);
        var occasion = kind switch { LinkKind.Place => OccasionKind.Place, LinkKind.Moment => OccasionKind.Moment, _ => OccasionKind.Project };
        return await db.Set<Occasion>().Where(o => o.Kind == occasion && o.Slug == slug && o.MergedIntoId == null && o.Status != OccasionStatus.Proposed).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
    }

    // Does the one, or one that it follows, follow the other? A chain longer than anybody makes counts as a circle.
    private async Task<bool> Follows(Guid from, Guid sought, CancellationToken stop)
    {
        var (seen, open) = (new HashSet<Guid> { from }, new List<Guid> { from });
        while (open.Count > 0)
        {
            var now = open;
            var next = await db.Set<ProjectLink>().Where(l => now.Contains(l.ProjectId) && l.Kind == LinkKind.Project).Select(l => l.TargetId).ToListAsync(stop);
            if (next.Contains(sought) || seen.Count > LongestChain) return true;
            open = [.. next.Where(seen.Add)];
        }

        return false;
    }
}
