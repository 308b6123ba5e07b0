using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Exports;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Observe.Api;

/// <summary>Occasions for programs: the same question as the page « Que faire près de chez moi », with the same words.</summary>
internal sealed class ReadOccasions(TrameDb db, FindOccasions find, FindTerritories territories, RegisterStamp stamp)
{
    public async Task<IResult> List(HttpContext context, OccasionKind? kind)
    {
        var stop = context.RequestAborted;
        var (query, leftOut) = OccasionQueryText.Read(context.Request.Query);
        if (kind is { } only) query = query with { Kinds = [only] };
        if (leftOut.Count > 0) return ApiProblem.Refused(leftOut, StatusCodes.Status400BadRequest);
        if (!query.Open.Contains(OpenWhen.Now) && await stamp.HasIt(context)) return Results.Empty;
        var found = await find.Handle(query, stop);
        if (found.LeftOut.Count > 0) return ApiProblem.Refused(found.LeftOut, StatusCodes.Status400BadRequest);
        var ids = found.Items.Select(i => i.Id).ToList();
        var rows = await db.Set<Occasion>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        var views = await Views([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], ApiLinks.Root(context), withSources: false, stop);
        return Results.Json(ApiLinks.Page(context, views, found.Next, found.Previous, found.IsMore ? null : found.Total));
    }

    public async Task<IResult> One(Guid id, HttpContext context)
    {
        var stop = context.RequestAborted;
        if (await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.Status != OccasionStatus.Proposed, stop) is not { } found) return ApiProblem.NotFound();
        if (found.MergedIntoId is { } kept) return Results.Redirect($"{context.Request.PathBase}{ApiManners.Root}/occasions/{kept}"); // not for ever: a merge can be undone
        if (ConditionalGet.HasIt(context, $"{found.Id} {found.Version} {found.NextAt}", found.ChangedAt)) return Results.Empty;
        return Results.Json((await Views([found], ApiLinks.Root(context), withSources: true, stop))[0]);
    }

    private async Task<IReadOnlyList<OccasionView>> Views(IReadOnlyList<Occasion> occasions, string root, bool withSources, CancellationToken stop)
    {
        var tree = await territories.Tree(stop);
        var carriers = occasions.Select(o => o.OrganisationId).OfType<Guid>().Distinct().ToList();
        var named = carriers.Count == 0 ? [] : await db.Set<Organisation>().AsNoTracking().Where(o => carriers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        return [.. occasions.Select(o => OccasionView.Of(new PublicRecord(o, tree.Find(o.TerritoryId), o.OrganisationId is { } id ? named.GetValueOrDefault(id) : null), root, withSources))];
    }
}
