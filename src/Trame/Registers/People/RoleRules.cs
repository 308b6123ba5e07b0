using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>What must hold of roles whoever changes them: a space keeps a coordinator, and nobody gives more than they may.</summary>
public sealed class RoleRules(TrameDb db, Rights rights)
{
    /// <summary>Roles that only make sense somewhere: a place, an organisation.</summary>
    public static bool NeedsScope(Role role) => role is Role.Host or Role.Member;

    /// <summary>Roles that one may be given; anyone is a visitor, and whoever has an account a resident.</summary>
    public static IReadOnlyList<Role> Given { get; } = [Role.Host, Role.Member, Role.CounterAgent, Role.Coordinator, Role.Elected, Role.Observer, Role.Operator];

    public bool MayGive(Actor actor, Role role) =>
        rights.May(actor, PeopleActs.GiveRoles) && role != Role.Visitor && (role != Role.Operator || actor.Is("operator"));

    /// <summary>Inside a transaction: nobody else may take a role away until it ends, so that two last coordinators cannot remove each other.</summary>
    public Task HoldStill(CancellationToken stop) => db.Provider == Provider.Postgres
        ? db.Database.ExecuteSqlRawAsync("LOCK TABLE role_grant IN SHARE ROW EXCLUSIVE MODE", stop)
        : Task.CompletedTask; // SQLite lets one writer in at a time from the start of its transaction

    public async Task<bool> HasAnotherCoordinator(Guid than, CancellationToken stop) =>
        await Coordinators().AnyAsync(g => g.PersonId != than, stop);

    public Task<bool> IsCoordinator(Guid personId, CancellationToken stop) => Coordinators().AnyAsync(g => g.PersonId == personId, stop);

    /// <summary>Whether some coordinator can come in: has a way in, or a browser that is still signed in.</summary>
    public Task<bool> SomeoneCanCoordinate(CancellationToken stop)
    {
        var now = db.Now;
        return Coordinators().AnyAsync(g => db.Set<SignIn>().Any(w => w.PersonId == g.PersonId && w.RevokedAt == null)
            || db.Set<Session>().Any(s => s.PersonId == g.PersonId && s.EndsAt > now), stop);
    }

    private IQueryable<RoleGrant> Coordinators() => db.Set<RoleGrant>()
        .Where(g => g.Role == Role.Coordinator && g.ScopeId == null && g.EndedAt == null && db.Set<Person>().Any(p => p.Id == g.PersonId && p.ErasedAt == null));
}
