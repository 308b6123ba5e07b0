using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;

namespace Trame.Registers.People;

/// <summary>Someone is given a role, in the whole space or for one place or organisation.</summary>
public sealed class GiveRole(TrameDb db, RoleRules rules)
{
    public sealed record Request(Guid PersonId, Role Role, Guid? ScopeId);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rules.MayGive(actor, request.Role)) return Refusal.NotAllowed;
        if (!await db.Set<Person>().AnyAsync(p => p.Id == request.PersonId && p.ErasedAt == null, stop)) return Refusal.Gone;
        if (await Misplaced(db, request.Role, request.ScopeId, stop) is { } misplaced) return misplaced;
        if (await db.Set<RoleGrant>().AnyAsync(g => g.PersonId == request.PersonId && g.Role == request.Role && g.ScopeId == request.ScopeId && g.EndedAt == null, stop))
            return new Refusal("people.roles.already", nameof(request.Role));
        db.Add(new RoleGrant(request.PersonId, request.Role, request.ScopeId, actor.Name, db.Now));
        db.Add(new SecurityEvent(SecurityWord.RoleGiven, request.PersonId, actor.PersonId, EnumWords.Write(request.Role), db.Now));
        return await db.Save(stop);
    }

    /// <summary>A host is host of a place, a member is member of an organisation or a place; the others act in the whole space.</summary>
    internal static async Task<Refusal?> Misplaced(TrameDb db, Role role, Guid? scope, CancellationToken stop)
    {
        if (!RoleRules.NeedsScope(role)) return scope is null ? null : new Refusal("people.roles.whole-space", nameof(Request.ScopeId));
        var known = scope is { } id && (await db.Set<Occasion>().AnyAsync(o => o.Id == id && o.Kind == OccasionKind.Place, stop) || await db.Set<Organisation>().AnyAsync(o => o.Id == id, stop));
        return known ? null : new Refusal("people.roles.where", nameof(Request.ScopeId));
    }
}
