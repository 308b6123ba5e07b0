using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Registers.Territories;

namespace Trame.Connect.Opportunities;

/// <summary>
/// What needs and offers tell of a territory, never of anybody: needs without an answer by kind and by commune, suppressed below the threshold (R5); what is idle, by kind and by part of the
/// week; how long an answer takes; how many opportunities were proposed, accepted and still held after three months. Counted from the rows of today, never kept beside them.
/// </summary>
public sealed class NeedsReading(TrameDb db, CurrentSpace space, SpaceMemory memory, HelpKinds kinds)
{
    private const int FewestTimes = 5; // a median of fewer says nothing
    private const int MostTimes = 20_000;

    /// <param name="Count">Null when hidden.</param>
    public sealed record Line(string Name, int? Count);

    public sealed record Answer(IReadOnlyList<Line> ByKind, IReadOnlyList<Line> ByCommune, int? Waiting, IReadOnlyList<Line> IdleByKind, IReadOnlyList<int> IdleByBox, int Offers, double? MedianDays, int Answered,
        int Proposed, int Accepted, int Held, int OldEnough, int StillHeld);

    /// <summary>Read whole, and remembered until something is saved.</summary>
    public Task<Answer> Handle(CancellationToken stop) => memory.Keep(space.Space, $"needs-reading-{Foundation.Ui.Texts.Language}", () => Read(stop));

    private async Task<Answer> Read(CancellationToken stop)
    {
        var names = (await kinds.All(stop)).ToDictionary(k => k.Key, k => k.Name);
        var open = db.Set<Need>().AsNoTracking().Where(n => n.Status == EntryStatus.Open);
        var byKind = await open.GroupBy(n => n.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var byCommune = await open.Join(db.Set<Territory>().IgnoreAutoIncludes(), n => n.TerritoryId, t => t.Id, (n, t) => t.Name).GroupBy(n => n).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var offers = await db.Set<Resource>().AsNoTracking().Where(r => r.Status == EntryStatus.Open).Select(r => new { r.Kinds, r.Slots }).ToListAsync(stop);
        var (median, answered) = await Times(stop);
        var (accepted, held, oldEnough, still) = await Lives(stop);
        return new(Told([.. byKind.Select(k => (names.GetValueOrDefault(k.Key, k.Key), k.Count))]), Told([.. byCommune.Select(c => (c.Key, c.Count))]), Total([.. byKind.Select(k => k.Count)], [.. byCommune.Select(c => c.Count)]),
            Told([.. offers.SelectMany(o => o.Kinds).GroupBy(k => k).Select(g => (names.GetValueOrDefault(g.Key, g.Key), g.Count()))]),
            [.. Enumerable.Range(0, WeekSlots.Count).Select(box => offers.Count(o => WeekSlots.Has(o.Slots, box)))], offers.Count, median, answered, await Count(OpportunityFacts.Proposed, stop), accepted, held, oldEnough, still);
    }

    private IReadOnlyList<Line> Told(IReadOnlyList<(string Name, int Count)> cells)
    {
        var hidden = SmallCells.Hidden([.. cells.Select(c => c.Count)], space.Settings.SecrecyThreshold);
        return [.. cells.Select((c, i) => new Line(c.Name, hidden.Contains(i) ? null : c.Count)).OrderByDescending(l => l.Count ?? 0).ThenBy(l => l.Name, StringComparer.CurrentCulture)];
    }

    // One total stands over both tables: it is told only if neither gives a hidden cell away.
    private int? Total(IReadOnlyList<int> kinds, IReadOnlyList<int> communes) =>
        SmallCells.MayTellTotal(kinds, space.Settings.SecrecyThreshold) && SmallCells.MayTellTotal(communes, space.Settings.SecrecyThreshold) ? kinds.Sum() : null;

    private async Task<(double? Median, int Count)> Times(CancellationToken stop)
    {
        var since = db.Now - Duration.FromDays(365);
        var times = await db.Set<Fact>().AsNoTracking().Where(f => f.Kind == "need.answered" && f.At > since && !db.Set<Fact>().Any(c => c.Corrects == f.Id))
            .Join(db.Set<Fact>().Where(f => f.Kind == "need.registered"), a => a.SubjectId, r => r.SubjectId, (a, r) => new { Said = r.At, Answered = a.At }).Take(MostTimes).ToListAsync(stop);
        var days = times.Select(t => (t.Answered - t.Said).TotalDays).Order().ToList();
        return (days.Count < FewestTimes ? null : days.Count % 2 == 1 ? days[days.Count / 2] : (days[(days.Count / 2) - 1] + days[days.Count / 2]) / 2, days.Count);
    }

    private async Task<(int Accepted, int Held, int OldEnough, int Still)> Lives(CancellationToken stop)
    {
        var lives = await db.Set<Opportunity>().AsNoTracking().Where(o => o.Stage != OpportunityStage.Idea).Select(o => new { o.Stage, o.Steps }).ToListAsync(stop);
        var old = db.Now - Duration.FromDays(91);
        var held = lives.Where(l => l.Steps.Any(s => s.Stage == OpportunityStage.Held)).ToList();
        var enough = held.Where(l => l.Steps.First(s => s.Stage == OpportunityStage.Held).At < old).ToList();
        return (lives.Count(l => l.Steps.Any(s => s.Stage == OpportunityStage.Accepted)), held.Count, enough.Count, enough.Count(l => l.Stage != OpportunityStage.Stopped || l.Steps[^1].At - l.Steps.First(s => s.Stage == OpportunityStage.Held).At > Duration.FromDays(91)));
    }

    private Task<int> Count(FactKind kind, CancellationToken stop) => db.Set<Fact>().CountAsync(f => f.Kind == kind.Key, stop);
}
