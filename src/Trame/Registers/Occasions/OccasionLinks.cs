using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>Turns what was typed for a commune or an organisation into the record meant: an identifier, a code, or the name people say.</summary>
public sealed class OccasionLinks(TrameDb db)
{
    /// <summary>The same values with identifiers; what names nothing is refused beside its question.</summary>
    /// <param name="mayCreate">A new organisation may enter the register by its name; otherwise the name waits as it was typed.</param>
    public async Task<Outcome> Resolve(Dictionary<string, string> values, string source, bool mayCreate, CancellationToken stop)
    {
        var refusals = new List<Refusal>();
        if (Typed(values, "territory") is { } place)
        {
            if (await Territory(place, stop) is { } territory) values["territory"] = territory.ToString();
            else refusals.Add(new Refusal("occasions.field.unknown", "territory", place));
        }

        if (Typed(values, "organisation") is { } who)
        {
            if (await Organisation(who, stop) is { } organisation) values["organisation"] = organisation.ToString();
            else if (Guid.TryParse(who, out _) || who.Length > 150) refusals.Add(new Refusal("occasions.field.unknown", "organisation", who));
            else if (mayCreate && Guid.TryParse(values.GetValueOrDefault("territory"), out var where)) values["organisation"] = (await New(who, where, source, stop)).ToString();
        }

        return Outcome.Of(refusals);
    }

    public async Task<Guid?> Territory(string typed, CancellationToken stop)
    {
        if (Guid.TryParse(typed, out var id)) return await db.Set<Territory>().AnyAsync(t => t.Id == id, stop) ? id : null;
        var (name, code) = Split(typed);
        var byCode = await db.Set<TerritoryCode>().Where(c => c.Value == (code ?? typed)).Select(c => (Guid?)c.TerritoryId).FirstOrDefaultAsync(stop);
        if (byCode is not null) return byCode;
        var slug = Slug.From(name);
        var named = await db.Set<Territory>().Where(t => t.Slug == slug || t.Name == name).OrderBy(t => t.Kind == TerritoryKind.Commune ? 0 : 1).Select(t => t.Id).Take(2).ToListAsync(stop);
        return named.Count > 0 ? named[0] : null;
    }

    public async Task<Guid?> Organisation(string typed, CancellationToken stop)
    {
        var open = db.Set<Organisation>().Where(o => o.MergedIntoId == null);
        if (Guid.TryParse(typed, out var id)) return await open.AnyAsync(o => o.Id == id, stop) ? id : null;
        var slug = Slug.From(typed);
        return await open.Where(o => o.Slug == slug || o.Name == typed).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
    }

    private async Task<Guid> New(string name, Guid territory, string source, CancellationToken stop)
    {
        var slug = await FreeSlug.For(db.Set<Organisation>().Select(o => o.Slug), name, stop);
        var organisation = new Organisation(OrganisationKind.Other, name, slug, territory, source, db.Now);
        db.Add(organisation);
        return organisation.Id;
    }

    private static string? Typed(Dictionary<string, string> values, string key) => values.GetValueOrDefault(key)?.Trim() is { Length: > 0 } typed ? typed : null;

    // « Moulins (03190) », as the list writes it.
    private static (string Name, string? Code) Split(string typed)
    {
        var open = typed.LastIndexOf('(');
        return open > 0 && typed.EndsWith(')') ? (typed[..open].Trim(), typed[(open + 1)..^1].Trim()) : (typed, null);
    }
}
