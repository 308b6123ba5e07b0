using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>An organisation ended, or is there again. What it carried keeps its name.</summary>
public sealed class CloseOrganisation(TrameDb db, Rights rights)
{
    public sealed record Request(Guid Id, int Version, bool Reopen, string Reason);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OrganisationActs.Close)) return Refusal.NotAllowed;
        if (await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == request.Id, stop) is not { } organisation) return Refusal.Gone;
        if (request.Reason.Trim().Length is 0 or > 300) return new Refusal("organisations.close.no-reason", "Reason");
        var outcome = request.Reopen ? organisation.Reopen() : organisation.Close(db.Now);
        if (!outcome.Accepted) return outcome;
        db.Expect(organisation, request.Version);
        db.Author = actor.As(request.Reason.Trim());
        return await db.Save(stop);
    }
}
