using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Organisations;

/// <summary>An organisation enters the register, or someone who knows it says what it is now. Its codes are checked by their own keys.</summary>
public sealed class DescribeOrganisation(TrameDb db, Rights rights, FindAlikeOrganisations alike)
{
    public static readonly IReadOnlyDictionary<string, Func<string, CellReading<string>>> Schemes = new Dictionary<string, Func<string, CellReading<string>>>
    {
        ["siret"] = FrenchCodeCells.Siret,
        ["rna"] = FrenchCodeCells.Rna,
        ["bce"] = BelgianCodeCells.Enterprise,
    };

    /// <param name="Id">Null for a new one.</param>
    /// <param name="Codes">By scheme; an empty code takes away the one that was known.</param>
    /// <param name="EvenIfAlike">The author has seen the records that look the same, and says that this is another one.</param>
    public sealed record Request(Guid? Id, int Version, string Kind, string Name, string Territory, string Address, string Phone, string Email, string Website,
        IReadOnlyDictionary<string, string> Codes, string Source, bool EvenIfAlike = false);

    /// <summary>The records that made the last request ask for a confirmation.</summary>
    public IReadOnlyList<Organisation> Alike { get; private set; } = [];

    public async Task<Outcome<Organisation>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OrganisationActs.Describe)) return Refusal.NotAllowed;
        var known = request.Id is { } id ? await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id, stop) : null;
        if (request.Id is not null && known is not { MergedIntoId: null }) return Refusal.Gone;
        var refusals = new List<Refusal>();
        if (!EnumWords.TryRead<OrganisationKind>(request.Kind, out var kind)) refusals.Add(new Refusal("organisations.kind.missing", "Kind"));
        var territory = await FindTerritory(request.Territory.Trim(), stop);
        if (territory is null) refusals.Add(new Refusal("organisations.territory.unknown", "Territory", request.Territory));
        var codes = Read(request.Codes, refusals);
        var (email, website) = Reach(request, refusals);
        var organisation = known ?? new Organisation(kind, request.Name.Trim(), await FreeSlug.For(db.Set<Organisation>().Select(o => o.Slug), request.Name, stop), territory ?? Guid.Empty, request.Source.Trim(), db.Now);
        refusals.AddRange(organisation.Describe(kind, request.Name.Trim(), Said(request.Address), Said(request.Phone), email, website, request.Source.Trim(), db.Now).Refusals);
        if (refusals.Count == 0 && known is null && !request.EvenIfAlike)
        {
            Alike = await alike.To(null, organisation.Name, organisation.TerritoryId, codes.Where(c => c.Value.Length > 0).ToDictionary(), stop);
            if (Alike.Count > 0) refusals.Add(new Refusal("organisations.alike", "EvenIfAlike", string.Join(", ", Alike.Select(a => a.Name))));
        }

        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome.Of(refusals);
        }

        organisation.MoveTo(territory!.Value); // refused above when unknown
        foreach (var (scheme, code) in codes) organisation.Identify(scheme, code);
        if (known is null) db.Add(organisation);
        else db.Expect(organisation, request.Version);
        db.Author = actor.As(request.Source.Trim());
        var saved = await db.Save(stop);
        return saved.Accepted ? organisation : saved;
    }

    private static (string? Email, string? Website) Reach(Request request, List<Refusal> refusals)
    {
        var (email, website) = (ContactCells.Email(request.Email), ContactCells.WebAddress(request.Website));
        foreach (var (field, problem) in new[] { ("Email", email.Problem), ("Website", website.Problem) })
            if (problem is not null) refusals.Add(new Refusal(problem.TextKey, field, [.. problem.Args.Select(a => $"{a}")]));
        foreach (var (field, text, most) in new[] { ("Address", request.Address, 200), ("Phone", request.Phone, 30), ("Website", request.Website, 300), ("Source", request.Source, 200) })
            if (text.Trim().Length > most) refusals.Add(new Refusal("occasions.field.long", field, $"{most}", $"{text.Trim().Length}"));
        return (email.Value, website.Value?.AbsoluteUri);
    }

    private static Dictionary<string, string> Read(IReadOnlyDictionary<string, string> typed, List<Refusal> refusals)
    {
        var codes = new Dictionary<string, string>();
        foreach (var (scheme, text) in typed)
        {
            if (!Schemes.TryGetValue(scheme, out var read)) continue;
            var reading = read(text.Trim());
            if (text.Trim().Length == 0) codes[scheme] = "";
            else if (reading.HasValue) codes[scheme] = reading.Value!;
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

    private static string? Said(string text) => text.Trim() is { Length: > 0 } said ? said : null;
}
