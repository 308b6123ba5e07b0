using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Campaigns;

/// <summary>The sheets of a campaign, in the order of their codes. The contact is read from the records when it is needed, never copied.</summary>
public sealed class ReadSheets(TrameDb db)
{
    private const int Chunk = 400;

    public Task<IReadOnlyList<CampaignSheet>> Handle(Campaign campaign, CancellationToken stop) => Of(db.Set<CampaignAsk>().AsNoTracking().Where(a => a.CampaignId == campaign.Id), stop);

    public async Task<CampaignSheet?> One(string code, CancellationToken stop) => (await Of(db.Set<CampaignAsk>().AsNoTracking().Where(a => a.Code == code), stop)).SingleOrDefault();

    public async Task<IReadOnlyList<CampaignSheet>> Of(IQueryable<CampaignAsk> asks, CancellationToken stop)
    {
        var found = await asks.OrderBy(a => a.Code).ToListAsync(stop);
        var questions = await db.Set<CampaignQuestion>().AsNoTracking().Where(q => asks.Any(a => a.Id == q.AskId)).OrderBy(q => q.Number).ToListAsync(stop);
        var occasions = await Records([.. questions.Select(q => q.OccasionId).Distinct()], stop);
        var merged = await Records([.. occasions.Values.Select(o => o.MergedIntoId).OfType<Guid>().Distinct()], stop);
        var bodies = new Dictionary<Guid, Organisation>();
        foreach (var ids in occasions.Values.Concat(merged.Values).Select(o => o.OrganisationId).OfType<Guid>().Distinct().Chunk(Chunk))
            foreach (var body in await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(stop)) bodies[body.Id] = body;
        var places = occasions.Values.Select(o => o.TerritoryId).Distinct().ToList();
        var communes = await db.Set<Territory>().Where(t => places.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var lines = questions.ToLookup(q => q.AskId, q => (Question: q, Occasion: occasions[q.OccasionId] is { MergedIntoId: { } into } ? merged[into] : occasions[q.OccasionId]));
        return [.. found.Select(ask => Sheet(ask, [.. lines[ask.Id].Select(l => new CampaignSheet.Line(l.Question, l.Occasion, communes.GetValueOrDefault(l.Occasion.TerritoryId, "")))], bodies))];
    }

    private async Task<Dictionary<Guid, Occasion>> Records(IReadOnlyList<Guid> all, CancellationToken stop)
    {
        var found = new Dictionary<Guid, Occasion>();
        foreach (var ids in all.Chunk(Chunk))
            foreach (var occasion in await db.Set<Occasion>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(stop)) found[occasion.Id] = occasion;
        return found;
    }

    private static CampaignSheet Sheet(CampaignAsk ask, IReadOnlyList<CampaignSheet.Line> lines, Dictionary<Guid, Organisation> bodies)
    {
        Organisation? Body(Occasion o) => o.OrganisationId is { } id ? bodies.GetValueOrDefault(id) : null;
        string Reach(Func<Occasion, string> mine, Func<Organisation, string?> theirs) => lines.Select(l => ChooseAsked.First(mine(l.Occasion), Body(l.Occasion) is { } body ? theirs(body) : null)).FirstOrDefault(r => r.Length > 0, "");
        var who = lines.Select(l => Body(l.Occasion)?.Name).FirstOrDefault(n => n is not null) ?? lines[0].Occasion.Name;
        return new(ask, who, Reach(o => o.Email, o => o.Email), Reach(o => o.Phone, o => o.Phone), lines);
    }
}
