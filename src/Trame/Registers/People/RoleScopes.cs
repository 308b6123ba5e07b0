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
