using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>A promise is taken back, by whoever holds its code or by the team: no reason is asked (R2), and who it was is forgotten at once.</summary>
public sealed class WithdrawContribution(TrameDb db, Rights rights)
{
    /// <param name="Code">What the person holds.</param>
    public sealed record Request(string Code);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        var code = request.Code.Trim().ToUpperInvariant();
        if (!rights.May(actor, ProjectActs.Pledge)) return Refusal.NotAllowed;
        return await db.Set<Contribution>().FirstOrDefaultAsync(c => c.Code == code, stop) is { } held ? await Save(held, actor, stop) : Refusal.Gone;
    }

    /// <summary>The team notes that somebody will not come.</summary>
    public async Task<Outcome> Handle(Guid contributionId, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Contribution>().FirstOrDefaultAsync(c => c.Id == contributionId, stop) is not { } held) return Refusal.Gone;
        var project = await db.Set<Want>().Where(w => w.Id == held.WantId).Join(db.Set<Project>(), w => w.ProjectId, p => p.Id, (w, p) => p).AsNoTracking().FirstAsync(stop);
        return rights.May(actor, ProjectActs.Run, project) ? await Save(held, actor, stop) : Refusal.NotAllowed;
    }

    private async Task<Outcome> Save(Contribution held, Actor actor, CancellationToken stop)
    {
        var outcome = held.Withdraw(db.Now);
        if (!outcome.Accepted) return outcome;
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
