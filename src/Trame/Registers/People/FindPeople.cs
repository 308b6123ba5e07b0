using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>Finds people by the name they are called by, accents and capitals aside. Only for those who welcome them.</summary>
public sealed class FindPeople(TrameDb db, Rights rights)
{
    public const int Shown = 50;

    public sealed record Found(IReadOnlyList<PersonLine> People, bool More);

    public async Task<Outcome<Found>> Handle(string words, Role? role, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PeopleActs.Welcome)) return Refusal.NotAllowed;
        var grants = (await db.Set<RoleGrant>().AsNoTracking().Where(g => g.EndedAt == null).Select(g => new { g.PersonId, g.Role }).ToListAsync(stop)).ToLookup(g => g.PersonId, g => g.Role);
        var names = await db.Set<Person>().AsNoTracking().Where(p => p.ErasedAt == null).Select(p => new { p.Id, p.DisplayName, p.CreatedAt }).ToListAsync(stop);
        var asked = Folded(words);
        var found = names.Where(p => Folded(p.DisplayName).Contains(asked, StringComparison.Ordinal) && (role is null || grants[p.Id].Contains(role.Value)))
            .OrderBy(p => Folded(p.DisplayName), StringComparer.Ordinal).ThenBy(p => p.Id)
            .Take(Shown + 1).Select(p => new PersonLine(p.Id, p.DisplayName, p.CreatedAt, [.. grants[p.Id].Distinct().Order()])).ToList();
        return new Found([.. found.Take(Shown)], found.Count > Shown);
    }

    private static string Folded(string text) => string.Concat(text.Select(c => LetterFolding.TryFold(c, out var one, out var several) ? several ?? $"{one}" : " ")).Trim();
}
