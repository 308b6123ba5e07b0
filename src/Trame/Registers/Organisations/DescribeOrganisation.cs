using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Organisations;

/// <summary>An organisation enters the register, or someone who knows it says what it is now. Its codes are checked by their own keys.</summary>
public sealed class DescribeOrganisation(TrameDb db, Rights rights)
{
    public static readonly IReadOnlyDictionary<string, Func<string, CellReading<string>>> Schemes = new Dictionary<string, Func<string, CellReading<string>>>
    {
        ["siret"] = FrenchCodeCells.Siret,
        ["rna"] = FrenchCodeCells.Rna,
        ["bce"] = BelgianCodeCells.Enterprise,
    };

    /// <param name="Id">Null for a new one.</param>
    /// <param name="Codes">By scheme; an empty code says nothing.</param>
    public sealed record Request(Guid? Id, int Version, string Kind, string Name, string Territory, string Address, string Phone, string Email, string Website,
        IReadOnlyDictionary<string, string> Codes, string Source);

    public async Task<Outcome<Organisation>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OrganisationActs.Describe)) return Refusal.NotAllowed;
        var known = request.Id is { } id ? await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id, stop) : null;
        if (request.Id is not null && known is null) return Refusal.Gone;
        var refusals = new List<Refusal>();
        if (!EnumWords.TryRead<OrganisationKind>(request.Kind, out var kind)) refusals.Add(new Refusal("organisations.kind.missing", "Kind"));
        var territory = known?.TerritoryId ?? await FindTerritory(request.Territory.Trim(), stop);
        if (territory is null) refusals.Add(new Refusal("organisations.territory.unknown", "Territory", request.Territory));
        var codes = Read(request.Codes, refusals);
        var organisation = known ?? new Organisation(kind, request.Name.Trim(), await FreeSlug(request.Name, stop), territory ?? Guid.Empty, request.Source.Trim(), db.Now);
        refusals.AddRange(organisation.Describe(kind, request.Name, Said(request.Address), Said(request.Phone), Said(request.Email), Said(request.Website), request.Source.Trim(), db.Now).Refusals);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome.Of(refusals);
        }

        foreach (var (scheme, code) in codes) organisation.Identify(scheme, code);
        if (known is null) db.Add(organisation);
        else db.Expect(organisation, request.Version);
        db.Author = actor.As(request.Source.Trim());
        var saved = await db.Save(stop);
        return saved.Accepted ? organisation : saved;
    }

    private static Dictionary<string, string> Read(IReadOnlyDictionary<string, string> typed, List<Refusal> refusals)
    {
        var codes = new Dictionary<string, string>();
        foreach (var (scheme, text) in typed.Where(c => c.Value.Trim().Length > 0))
        {
            if (!Schemes.TryGetValue(scheme, out var read)) continue;
            var reading = read(text.Trim());
            if (reading.HasValue) codes[scheme] = reading.Value!;
            else if (reading.Problem is { } problem) refusals.Add(new Refusal(problem.TextKey, $"{char.ToUpperInvariant(scheme[0])}{scheme[1..]}", [.. problem.Args.Select(a => $"{a}")]));
        }

        return codes;
    }

    private async Task<Guid?> FindTerritory(string typed, CancellationToken stop)
    {
        var open = typed.LastIndexOf('(');
        var code = open > 0 && typed.EndsWith(')') ? typed[(open + 1)..^1] : typed;
        var slug = Slug.From(open > 0 ? typed[..open] : typed);
        return await db.Set<TerritoryCode>().Where(c => c.Value == code).Select(c => (Guid?)c.TerritoryId).FirstOrDefaultAsync(stop)
            ?? await db.Set<Territory>().Where(t => t.Slug == slug).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop);
    }

    private async Task<string> FreeSlug(string name, CancellationToken stop)
    {
        var slug = Slug.From(name);
        var taken = await db.Set<Organisation>().Where(o => o.Slug.StartsWith(slug)).Select(o => o.Slug).ToListAsync(stop);
        return Slug.Unique(slug, taken.Contains);
    }

    private static string? Said(string text) => text.Trim() is { Length: > 0 } said ? said : null;
}
