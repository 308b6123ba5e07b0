using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>My page: what Trame calls me, what I may do here, and the doors to the rest.</summary>
public sealed class MePage(TrameDb db) : PeoplePage
{
    public Person Me { get; private set; } = null!; // a page is only shown once it is read
    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Places { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Actor.PersonId is not { } id) return Forbidden();
        Me = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, stop);
        Grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.PersonId == id && g.EndedAt == null).OrderBy(g => g.GrantedAt).ToListAsync(stop);
        Places = await RoleScopes.Names(db, Grants, stop);
        return Page();
    }
}
