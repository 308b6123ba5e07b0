using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>One person as those who welcome see them: a name, roles, a new card. Not how to reach them: that is theirs to say.</summary>
public sealed class ShowPersonPage(TrameDb db, RoleRules rules, GiveRole give, EndRole end, MakeCard cards) : PeoplePage
{
    [BindProperty] public string RoleWord { get; set; } = "";
    [BindProperty] public string ScopeName { get; set; } = "";

    public Person Person { get; private set; } = null!; // a page is only shown once it is read
    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Places { get; private set; } = new Dictionary<Guid, string>();
    public bool MayMakeCard { get; private set; }

    public IReadOnlyList<Role> MayGive => [.. RoleRules.Given.Where(r => rules.MayGive(Actor, r))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        !May(PeopleActs.Welcome) ? Forbidden() : await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken stop)
    {
        if (!EnumWords.TryRead<Role>(RoleWord, out var role)) return await After(id, new Refusal("people.roles.unknown", nameof(RoleWord)), "", stop);
        var scope = RoleRules.NeedsScope(role) && ScopeName.Trim().Length > 0 ? await RoleScopes.Find(db, ScopeName, stop) : null;
        var outcome = await give.Handle(new(id, role, scope), Actor, stop);
        // The request speaks of an identifier, the form of a name.
        return await After(id, Outcome.Of(outcome.Refusals.Select(r => r.Field == "ScopeId" ? r with { Field = nameof(ScopeName) } : r)), "people.person.told.given", stop);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid grant, CancellationToken stop) =>
        await After(id, await end.Handle(grant, Actor, stop), "people.person.told.ended", stop);

    private async Task<IActionResult> After(Guid id, Outcome outcome, string told, CancellationToken stop)
    {
        if (outcome.Refusals.Contains(Refusal.NotAllowed) || !May(PeopleActs.Welcome)) return Forbidden();
        if (outcome.Accepted)
        {
            Tell(told);
            return Redirect($"{Request.PathBase}/reglages/personnes/{id}");
        }

        db.ChangeTracker.Clear();
        return await Load(id, stop) ? Refused(outcome) : NotFound();
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.ErasedAt == null, stop) is not { } person) return false;
        Person = person;
        Grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.PersonId == id).OrderBy(g => g.EndedAt != null).ThenBy(g => g.GrantedAt).ToListAsync(stop);
        Places = await RoleScopes.Names(db, Grants, stop);
        MayMakeCard = await cards.May(id, Actor, stop);
        return true;
    }
}
