using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Observe.OpenData;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Observe.Api;

/// <summary>Organisations, territories, facts and sources for programs. A list is followed by the identifier that a page ended with, so that a change meanwhile neither hides nor repeats a record.</summary>
internal sealed class ReadRegisters(TrameDb db, FindTerritories territories, ReadSources sources)
{
    /// <summary>What anyone may read of the journal: kinds that are about public records.</summary>
    public static readonly IReadOnlyList<string> PublicFacts =
        ["occasion.proposed", "occasion.verified", "occasion.closed", "occasion.reopened", "occasion.merged", "occasion.split", "moment.held", "moment.cancelled", "project.started", "project.stopped", "project.resumed", "project.done"];

    public async Task<IResult> Organisations(HttpContext context)
    {
        var (size, after, wrong) = ApiLinks.Asked(context);
        if (wrong is not null) return ApiProblem.Refused([wrong], StatusCodes.Status400BadRequest);
        var rows = await db.Set<Organisation>().FromSqlRaw("SELECT o.* FROM organisation o WHERE o.id > {0} AND o.merged_into_id IS NULL AND o.closed_at IS NULL ORDER BY o.id LIMIT {1}", db.Stored(after), size + 1).AsNoTracking().ToListAsync(context.RequestAborted);
        var tree = await territories.Tree(context.RequestAborted);
        return Answer(context, rows, size, o => o.Id, o => $"{o.Version}", o => OrganisationView.Of(o, tree.Find(o.TerritoryId), ApiLinks.Root(context)));
    }

    public async Task<IResult> Facts(HttpContext context)
    {
        var (size, after, wrong) = ApiLinks.Asked(context);
        var kind = context.Request.Query["fait"].ToString();
        if (kind.Length > 0 && !PublicFacts.Contains(kind)) wrong ??= new Refusal("api.problem.fact", "fait", kind, string.Join(", ", PublicFacts));
        if (wrong is not null) return ApiProblem.Refused([wrong], StatusCodes.Status400BadRequest);
        var kinds = string.Join(", ", (kind.Length > 0 ? [kind] : PublicFacts).Select(k => $"'{k}'")); // words of our own list
        var sql = $"SELECT f.* FROM fact f WHERE f.id > {{0}} AND f.kind IN ({kinds}) ORDER BY f.id LIMIT {{1}}";
        var rows = await db.Set<Fact>().FromSqlRaw(sql, db.Stored(after), size + 1).AsNoTracking().ToListAsync(context.RequestAborted);
        return Answer(context, rows, size, f => f.Id, _ => "", FactView.Of);
    }

    public async Task<IResult> Territories(HttpContext context)
    {
        var (size, after, wrong) = ApiLinks.Asked(context);
        var level = context.Request.Query["niveau"].ToString();
        if (level.Length > 0 && !EnumWords.Words<TerritoryKind>().Contains(level)) wrong ??= new Refusal("api.problem.level", "niveau", level, string.Join(", ", EnumWords.Words<TerritoryKind>()));
        if (wrong is not null) return ApiProblem.Refused([wrong], StatusCodes.Status400BadRequest);
        var tree = await territories.Tree(context.RequestAborted);
        var rows = tree.All.Where(t => t.Id.CompareTo(after) > 0 && (level.Length == 0 || EnumWords.Write(t.Kind) == level)).OrderBy(t => t.Id).Take(size + 1).ToList();
        return Answer(context, rows, size, t => t.Id, t => $"{t.Name} {t.Population}", TerritoryView.Of);
    }

    public async Task<IResult> Sources(HttpContext context)
    {
        var all = (await sources.Handle(context.RequestAborted)).Select(s => new SourceView(s.Name, s.Records, InstantPattern.General.Format(s.Last))).ToList();
        return ConditionalGet.HasIt(context, string.Join('\n', all)) ? Results.Empty : Results.Json(ApiLinks.Page(context, all, null));
    }

    private static IResult Answer<TRow, TView>(HttpContext context, List<TRow> rows, int size, Func<TRow, Guid> id, Func<TRow, string> version, Func<TRow, TView> view)
    {
        var shown = rows.Take(size).ToList();
        if (ConditionalGet.HasIt(context, $"{context.Request.QueryString} {rows.Count} {string.Join(' ', shown.Select(r => $"{id(r)} {version(r)}"))}")) return Results.Empty;
        return Results.Json(ApiLinks.Page(context, shown.ConvertAll(r => view(r)), rows.Count > size ? $"{id(shown[^1])}" : null));
    }
}
