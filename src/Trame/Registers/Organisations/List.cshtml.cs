using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>Who acts here: the organisations, found by name and by kind, page by page.</summary>
public sealed class ListPage(TrameDb db) : TramePage
{
    private const int PerPage = 40;

    public string Query { get; private set; } = "";

    public OrganisationKind? Kind { get; private set; }

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public string? NextHref { get; private set; }

    public async Task OnGetAsync(string? q, string? genre, string? apres, CancellationToken stop)
    {
        Query = q?.Trim() ?? "";
        Kind = EnumWords.TryRead<OrganisationKind>(genre, out var kind) ? kind : null;
        var rows = db.Set<Organisation>().AsNoTracking().Where(o => o.MergedIntoId == null && o.ClosedAt == null);
        if (Kind is { } one) rows = rows.Where(o => o.Kind == one);
        // The slug is the name without accents or capitals: looking there finds « ecole » and « École » alike.
        if (Query.Length > 0) foreach (var word in Slug.From(Query).Split('-')) rows = rows.Where(o => o.Slug.Contains(word));
        if (apres is { Length: > 0 }) rows = rows.Where(o => string.Compare(o.Slug, apres) > 0);
        Organisations = await rows.OrderBy(o => o.Slug).Take(PerPage + 1).ToListAsync(stop);
        if (Organisations.Count <= PerPage) return;
        Organisations = [.. Organisations.Take(PerPage)];
        NextHref = $"?q={Uri.EscapeDataString(Query)}&genre={genre}&apres={Uri.EscapeDataString(Organisations[^1].Slug)}";
    }
}
