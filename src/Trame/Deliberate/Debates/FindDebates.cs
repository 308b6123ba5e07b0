using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Debates;

/// <summary>Debates of the space: late answers first, then what is open, in preparation, answered; those about one thing; those that wait to be taken in.</summary>
public sealed class FindDebates(TrameDb db, CurrentSpace space) : ICarried
{
    public const int Most = 200;

    public async Task<IReadOnlyList<DebateLine>> All(CancellationToken stop) => await Lines(d => d.Stage == DebateStage.Framing || d.Stage == DebateStage.Open || d.Stage == DebateStage.Answered, stop);

    /// <summary>Open ones whose promised answer has not come; answered a year ago without a word on what changed.</summary>
    public async Task<IReadOnlyList<DebateLine>> Late(CancellationToken stop)
    {
        var today = SpaceCalendar.Of(space.Settings).Today(db.Now);
        return [.. (await Lines(d => (d.Stage == DebateStage.Open && d.DecidesOn <= today) || (d.Stage == DebateStage.Answered && d.Changed == ""), stop)).Where(l => (l.Stage == DebateStage.Open && l.LateDays > 0) || l.OwesChange)];
    }

    public Task<IReadOnlyList<DebateLine>> About(Guid occasionId, CancellationToken stop) =>
        Lines(d => d.AboutId == occasionId && (d.Stage == DebateStage.Framing || d.Stage == DebateStage.Open || d.Stage == DebateStage.Answered), stop);

    public Task<IReadOnlyList<DebateLine>> Waiting(CancellationToken stop) => Lines(d => d.Stage == DebateStage.Proposed, stop);

    Task<IReadOnlyList<CarriedLine>> ICarried.By(Guid organisationId, CancellationToken stop) => Task.FromResult<IReadOnlyList<CarriedLine>>([]); // who decides is said in words, not from the register

    async Task<IReadOnlyList<CarriedLine>> ICarried.In(Guid territoryId, CancellationToken stop) =>
        [.. (await Lines(d => d.TerritoryId == territoryId && (d.Stage == DebateStage.Framing || d.Stage == DebateStage.Open), stop)).Select(l => new CarriedLine(l.Name, $"/debats/{l.Slug}", "debates.debate"))];

    private async Task<IReadOnlyList<DebateLine>> Lines(Expression<Func<Debate, bool>> which, CancellationToken stop)
    {
        var today = SpaceCalendar.Of(space.Settings).Today(db.Now);
        var rows = await (from d in db.Set<Debate>().AsNoTracking().Where(which) join t in db.Set<Territory>() on d.TerritoryId equals t.Id orderby d.Id descending select new { Debate = d, t.Name }).Take(Most).ToListAsync(stop);
        return [.. rows.Select(r => (r.Debate, r.Name, Late: r.Debate.LateDays(today)))
            .OrderByDescending(r => r.Debate.Stage == DebateStage.Open ? r.Late : 0).ThenBy(r => r.Debate.Stage switch { DebateStage.Open => 0, DebateStage.Framing => 1, _ => 2 })
            .ThenBy(r => r.Debate.Stage == DebateStage.Answered ? 0 : r.Debate.DecidesOn?.ToDateOnly().DayNumber ?? int.MaxValue).ThenByDescending(r => r.Debate.AnsweredOn)
            .Select(r => new DebateLine(r.Debate.Id, r.Debate.Name, r.Debate.Slug, r.Debate.Stage, r.Debate.Place, r.Name, r.Debate.DecidesOn, r.Debate.AnswerDueOn, r.Debate.AnsweredOn, r.Debate.DeciderName, r.Debate.Delegation, r.Late, r.Debate.OwesChange(today),
                r.Debate.Stage == DebateStage.Open ? [.. r.Debate.Phases.Where(p => p.HoldsOn(today)).Select(p => p.Method).Distinct()] : []))];
    }
}
