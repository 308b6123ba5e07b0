using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>Two records of the same organisation become one, and what named either names the one that stays. Nothing is lost: the other keeps all it said.</summary>
public sealed class MergeOrganisations(TrameDb db, Rights rights, IEnumerable<IFollowOrganisation> followers)
{
    /// <param name="FromDuplicate">Keys of the fields for which the duplicate's word is shown from now on.</param>
    public sealed record Request(Guid KeptId, int KeptVersion, Guid DuplicateId, int DuplicateVersion, IReadOnlyCollection<string> FromDuplicate);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OrganisationActs.Merge)) return Refusal.NotAllowed;
        if (await db.FindAsync<Organisation>([request.KeptId], stop) is not { } kept || await db.FindAsync<Organisation>([request.DuplicateId], stop) is not { } duplicate) return Refusal.Gone;
        var outcome = kept.Absorb(duplicate, request.FromDuplicate, db.Now);
        if (!outcome.Accepted) return outcome;
        foreach (var room in followers) await room.Merged(duplicate.Id, kept.Id, stop);
        db.Expect(kept, request.KeptVersion);
        db.Expect(duplicate, request.DuplicateVersion);
        db.Add(OrganisationFacts.Of(OrganisationFacts.Merged, kept, duplicate, actor.Channel, db.Now));
        db.Author = actor.As(Texts.Get("organisations.merge.reason", duplicate.Name, kept.Name));
        return await db.Save(stop);
    }
}
