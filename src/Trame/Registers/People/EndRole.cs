using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>A role ends: someone takes it back, or the person lays it down. The last coordinator stays until there is another.</summary>
public sealed class EndRole(TrameDb db, RoleRules rules)
{
    public async Task<Outcome> Handle(Guid grantId, Actor actor, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await rules.HoldStill(stop);
        var grant = await db.Set<RoleGrant>().FirstOrDefaultAsync(g => g.Id == grantId && g.EndedAt == null, stop);
        if (grant is null) return Refusal.Gone;
        if (grant.PersonId != actor.PersonId && !rules.MayGive(actor, grant.Role)) return Refusal.NotAllowed;
        if (grant is { Role: Role.Coordinator, ScopeId: null } && !await rules.HasAnotherCoordinator(grant.PersonId, stop)) return new Refusal("people.roles.last-coordinator");
        grant.End(db.Now);
        db.Add(new SecurityEvent(SecurityWord.RoleEnded, grant.PersonId, grant.PersonId == actor.PersonId ? null : actor.PersonId, EnumWords.Write(grant.Role), db.Now));
        var outcome = await db.Save(stop);
        await transaction.CommitAsync(stop);
        return outcome;
    }
}
