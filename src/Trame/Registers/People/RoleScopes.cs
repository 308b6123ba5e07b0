using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;

namespace Trame.Registers.People;

/// <summary>The places and organisations that a role can be for, by their names.</summary>
public static class RoleScopes
{
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(TrameDb db, IReadOnlyList<RoleGrant> grants, CancellationToken stop)
    {
        var ids = grants.Select(g => g.ScopeId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        var places = await db.Set<Occasion>().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        var organisations = await db.Set<Organisation>().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        return places.Concat(organisations).ToDictionary(o => o.Id, o => o.Name);
    }

    /// <summary>What a place or an organisation became when it was merged into another: a role in the one is a role in the other, as long as they are one.</summary>
    public static async Task<ILookup<Guid, Guid>> Heirs(TrameDb db, IReadOnlyList<RoleGrant> grants, CancellationToken stop)
    {
        var found = new List<(Guid Scope, Guid Heir)>();
        var asked = grants.Select(g => g.ScopeId).OfType<Guid>().Distinct().Select(id => (Scope: id, Now: id)).ToList();
        while (asked.Count > 0)
        {
            var ids = asked.Select(a => a.Now).ToList();
            var into = await db.Set<Occasion>().Where(o => ids.Contains(o.Id) && o.MergedIntoId != null).Select(o => new { o.Id, Heir = o.MergedIntoId!.Value }).ToListAsync(stop);
            into.AddRange(await db.Set<Organisation>().Where(o => ids.Contains(o.Id) && o.MergedIntoId != null).Select(o => new { o.Id, Heir = o.MergedIntoId!.Value }).ToListAsync(stop));
            asked = [.. asked.Join(into, a => a.Now, i => i.Id, (a, i) => (a.Scope, i.Heir)).Where(a => !found.Contains(a))];
            found.AddRange(asked);
        }

        return found.ToLookup(f => f.Scope, f => f.Heir);
    }

    /// <summary>Finds the place or organisation called so: accents and capitals aside.</summary>
    public static async Task<Guid?> Find(TrameDb db, string name, CancellationToken stop)
    {
        var slug = Foundation.Text.Slug.From(name);
        return await db.Set<Occasion>().Where(o => o.Kind == OccasionKind.Place && o.Slug == slug).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop)
            ?? await db.Set<Organisation>().Where(o => o.Slug == slug).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
    }

    public static IReadOnlyList<SelectListItem> Choices(IEnumerable<Role> roles) =>
        [.. roles.Select(r => new SelectListItem(Texts.Get($"roles.{EnumWords.Write(r)}"), EnumWords.Write(r)))];
}
