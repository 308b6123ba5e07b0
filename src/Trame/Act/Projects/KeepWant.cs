using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>The team of a project says what it looks for, changes it, takes it off or puts it back. Promises stay with it.</summary>
public sealed class KeepWant(TrameDb db, Rights rights)
{
    public const int Most = 60;

    /// <param name="WantId">Null for a new one.</param>
    /// <param name="Kind">Of a new one; it does not change afterwards.</param>
    /// <param name="Quantity">As typed; see <see cref="Quantities"/>.</param>
    /// <param name="Removed">It is no longer looked for.</param>
    public sealed record Request(Guid ProjectId, Guid? WantId, int Version, WantKind Kind, string What, string Quantity, bool Removed = false);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == request.ProjectId && p.MergedIntoId == null, stop) is not { } project) return Refusal.Gone;
        if (!rights.May(actor, ProjectActs.Run, project)) return Refusal.NotAllowed;
        db.Author = actor.As();
        return request.WantId is { } id ? await Change(id, request, stop) : await Add(project, request, stop);
    }

    private async Task<Outcome> Add(Project project, Request request, CancellationToken stop)
    {
        if (await db.Set<Want>().CountAsync(w => w.ProjectId == project.Id, stop) >= Most) return new Refusal("projects.want.too-many", "What", $"{Most}");
        var made = Want.Of(project.Id, request.Kind, request.What, Quantities.Read(request.Kind, request.Quantity) ?? 0);
        if (!made.Accepted) return made.Plain;
        db.Add(made.Value);
        return await db.Save(stop);
    }

    private async Task<Outcome> Change(Guid id, Request request, CancellationToken stop)
    {
        if (await db.Set<Want>().FirstOrDefaultAsync(w => w.Id == id && w.ProjectId == request.ProjectId, stop) is not { } want) return Refusal.Gone;
        var outcome = request.Removed ? Outcome.Done : want.Change(request.What, Quantities.Read(want.Kind, request.Quantity) ?? 0);
        if (!outcome.Accepted) return outcome;
        want.Remove(request.Removed);
        db.Expect(want, request.Version);
        return await db.Save(stop);
    }
}
