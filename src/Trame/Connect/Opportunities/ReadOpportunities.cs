using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Connect.Opportunities;

/// <summary>Opportunities as they are told, for a list or a page: a few questions to the database, however many there are.</summary>
public sealed class ReadOpportunities(TrameDb db, CurrentSpace space, HelpKinds kinds)
{
    public async Task<IReadOnlyList<OpportunityCard>> Of(IReadOnlyList<Opportunity> opportunities, CancellationToken stop)
    {
        if (opportunities.Count == 0) return [];
        var (ids, all) = (opportunities.Select(o => o.Id).ToList(), (await kinds.All(stop)).ToDictionary(k => k.Key));
        var counts = await db.Set<OpportunityPart>().Where(p => ids.Contains(p.OpportunityId)).GroupBy(p => new { p.OpportunityId, p.Gives }).Select(g => new { g.Key.OpportunityId, g.Key.Gives, Count = g.Count() }).ToListAsync(stop);
        var frozen = await db.Set<Concern>().Where(c => c.OpportunityId != null && ids.Contains(c.OpportunityId.Value) && c.AnsweredAt == null).Select(c => c.OpportunityId).Distinct().ToListAsync(stop);
        var occasions = opportunities.Select(o => o.PlaceId ?? o.MomentId).OfType<Guid>().Distinct().ToList();
        var places = await db.Set<Occasion>().AsNoTracking().Where(o => occasions.Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Slug, o.Kind }).ToDictionaryAsync(o => o.Id, stop);
        var premises = opportunities.Select(o => o.PremisesId).OfType<Guid>().Distinct().ToList();
        var offered = premises.Count == 0 ? [] : await db.Set<Resource>().AsNoTracking().Where(r => premises.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.What, stop);
        var communes = opportunities.Select(o => o.TerritoryId).Distinct().ToList();
        var names = await db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().Where(t => communes.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        return [.. opportunities.Where(o => all.ContainsKey(o.Kind)).Select(o =>
        {
            var at = (o.PlaceId ?? o.MomentId) is { } id ? places.GetValueOrDefault(id) : null;
            var place = at?.Name ?? (o.PremisesId is { } room && offered.GetValueOrDefault(room) is { Length: > 0 } what ? what : Texts.Get("opportunities.place.missing", names[o.TerritoryId]));
            return new OpportunityCard(o, all[o.Kind], place, at is null ? null : $"{(at.Kind == OccasionKind.Place ? "/lieux" : "/moments")}/{at.Slug}", names[o.TerritoryId],
                counts.Where(c => c.OpportunityId == o.Id && !c.Gives).Sum(c => c.Count), counts.Any(c => c.OpportunityId == o.Id && c.Gives), frozen.Contains(o.Id), space.Settings.SecrecyThreshold);
        })];
    }

    public Task<Opportunity?> BySlug(string slug, CancellationToken stop) => db.Set<Opportunity>().AsNoTracking().FirstOrDefaultAsync(o => o.Slug == slug, stop);
}
