using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>Takes back what one change of an organisation said, as a new change. What someone changed again since stays.</summary>
public sealed class UndoInOrganisation(TrameDb db, Rights rights)
{
    /// <param name="Only">Keys of the fields to take back.</param>
    public sealed record Request(Guid OrganisationId, Guid RevisionId, IReadOnlyCollection<string> Only);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OrganisationActs.Describe)) return Refusal.NotAllowed;
        if (await db.FindAsync<Organisation>([request.OrganisationId], stop) is not { MergedIntoId: null } organisation) return Refusal.Gone;
        if (await db.Set<Revision>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.RevisionId && r.SubjectId == organisation.Id, stop) is not { Before.Count: > 0 } change) return Refusal.Gone;
        if (organisation.TakeBack(change, request.Only) == 0) return new Refusal("organisations.undo.nothing");
        db.Author = actor.As(Texts.Get("occasions.undo.reason", change.By));
        return await db.Save(stop);
    }
}
