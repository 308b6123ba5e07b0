using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>The team notes what came of a promise: all of it, less, or more. Said again, it corrects what was said before, by a new fact.</summary>
public sealed class ReceiveContribution(TrameDb db, Rights rights)
{
    /// <param name="Quantity">As typed.</param>
    public sealed record Request(Guid ContributionId, int Version, string Quantity, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Contribution>().FirstOrDefaultAsync(c => c.Id == request.ContributionId, stop) is not { } contribution) return Refusal.Gone;
        var (want, project) = await Of(contribution, stop);
        if (!rights.May(actor, ProjectActs.Run, project)) return Refusal.NotAllowed;
        if (contribution.Version != request.Version) return Refusal.Conflict; // noted twice: the second is told
        if (Quantities.Read(want.Kind, request.Quantity) is not { } quantity) return new Refusal("projects.quantity.wrong", "Quantity");

        var fact = new Fact(ProjectFacts.Contributed, project.TerritoryId, request.Channel, db.Now)
        {
            SubjectType = "occasion", SubjectId = project.Id, AmountUnit = want.Kind == WantKind.Money ? "cents" : EnumWords.Write(want.Kind), AmountValue = quantity, Corrects = contribution.FactId,
        };
        var outcome = contribution.Give(quantity, fact.Id, db.Now);
        if (!outcome.Accepted) return outcome;
        db.Add(fact);
        db.Author = (actor with { Channel = request.Channel }).As();
        return await db.Save(stop);
    }

    private async Task<(Want, Project)> Of(Contribution contribution, CancellationToken stop)
    {
        var both = await db.Set<Want>().Where(w => w.Id == contribution.WantId).Join(db.Set<Project>(), w => w.ProjectId, p => p.Id, (w, p) => new { w, p }).AsNoTracking().FirstAsync(stop);
        return (both.w, both.p);
    }
}
