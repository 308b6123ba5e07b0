using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Act.Projects;

/// <summary>Anyone promises something to a project: online, at a counter, by phone or on paper, under a first name or none.</summary>
public sealed class PledgeContribution(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Quantity">As typed.</param>
    /// <param name="Name">A first name, or nothing.</param>
    /// <param name="Reach">Any way to be told when and where, or nothing.</param>
    public sealed record Request(Guid ProjectId, Guid WantId, string Quantity, string Name, string Reach, Channel Channel);

    public async Task<Outcome<Contribution>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.ProjectId && p.MergedIntoId == null && p.Status != OccasionStatus.Proposed, stop) is not { } project) return Refusal.Gone;
        if (!rights.May(actor, ProjectActs.Pledge)) return Refusal.NotAllowed;
        if (project.StageOn(SpaceCalendar.Of(space.Settings).Today(db.Now)) is ProjectStage.Stopped or ProjectStage.Done) return new Refusal("projects.pledge.over");
        if (await db.Set<Want>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == request.WantId && w.ProjectId == project.Id && !w.Removed, stop) is not { } want) return new Refusal("projects.pledge.no-want", "WantId");
        var (name, reach) = (request.Name.Trim(), request.Reach.Trim());
        var refusals = new List<Refusal>();
        var quantity = Quantities.Read(want.Kind, request.Quantity);
        if (quantity is null) refusals.Add(new("projects.quantity.wrong", "Quantity"));
        if (name.Length > Contribution.NameLength) refusals.Add(new("occasions.field.long", "Name", $"{Contribution.NameLength}", $"{name.Length}"));
        if (reach.Length > Contribution.ReachLength) refusals.Add(new("occasions.field.long", "Reach", $"{Contribution.ReachLength}", $"{reach.Length}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var contribution = new Contribution(want.Id, quantity!.Value, name, reach, request.Channel, Tokens.Code(3), db.Now); // none was refused just above
        db.Add(contribution);
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? contribution : saved;
    }
}
