using Microsoft.EntityFrameworkCore;
using Trame.Engines.Sortition;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Panels;

/// <summary>The fairest lottery over possible panels is found, written down as numbered panels and committed; then public values draw one, and its reserves.</summary>
public sealed class CommitDraw(TrameDb db, Rights rights, CurrentSpace space, TimeProvider clock)
{
    public const int Panels = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<Outcome> Handle(Guid conventionId, int version, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Convention>().FirstOrDefaultAsync(c => c.Id == conventionId, stop) is not { } convention) return Refusal.Gone;
        if (!rights.May(actor, PanelActs.Run)) return Refusal.NotAllowed;
        if (convention.Stage != ConventionStage.Open) return new Refusal("convention.commit.already");
        var pool = PanelPool.Of(await db.Set<PanelPerson>().AsNoTracking().Where(p => p.ConventionId == conventionId).ToListAsync(stop));
        if (PanelPool.Problem(convention, pool) is not { } problem) return new Refusal("convention.commit.few", null, $"{pool.Count}", $"{convention.Seats}");
        var found = await Task.Run(() => FairLottery.Find(problem, new() { TimeLimit = Patience }, clock, null, stop), stop);
        if (found.Panels.Count == 0) return new Refusal("convention.commit.impossible");
        var lottery = UniformLottery.Of(found.Panels, pool.Count, Panels);
        var text = PublicDraw.Commit("leximin", [.. pool.Select((p, i) => (p.Ticket, found.Probabilities[i]))], lottery, [convention.Source]);
        var outcome = convention.Commit(PublicDraw.Verify(text).Commitment, ChancesOf(convention, problem, lottery));
        if (!outcome.Accepted) return outcome;
        db.Add(new PanelDraw(conventionId, text));
        db.Expect(convention, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    /// <summary>The values are read out loud and typed as they were announced; whoever has the file finds the same panel.</summary>
    public async Task<Outcome> Reveal(Guid conventionId, int version, string values, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Convention>().FirstOrDefaultAsync(c => c.Id == conventionId, stop) is not { } convention) return Refusal.Gone;
        if (!rights.May(actor, PanelActs.Run)) return Refusal.NotAllowed;
        if (values.Trim().Length > ConventionFrame.ShortLength) return new Refusal("occasions.field.long", "Values", $"{ConventionFrame.ShortLength}", $"{values.Trim().Length}");
        var outcome = convention.Reveal(values, PublicDraw.Drawn(values.Trim(), Panels), SpaceCalendar.Of(space.Settings).Today(db.Now));
        if (!outcome.Accepted) return outcome;
        var text = await db.Set<PanelDraw>().Where(d => d.ConventionId == conventionId).Select(d => d.Text).SingleAsync(stop);
        var members = PublicDraw.Verify(PublicDraw.Reveal(text, Panels, values.Trim())).Members.ToHashSet();
        var pool = PanelPool.Of(await db.Set<PanelPerson>().Where(p => p.ConventionId == conventionId).ToListAsync(stop));
        var problem = PanelPool.Problem(convention, pool) ?? throw new InvalidOperationException("The pool of a committed draw does not shrink.");
        List<int> places = [.. pool.Index().Where(p => members.Contains(p.Item.Ticket)).Select(p => p.Index)];
        foreach (var place in places) pool[place].Draw(null);
        foreach (var (turn, place) in Reserves.Of(problem, places, convention.Reserves, new DrawStream($"{values.Trim()} / reserves")).Index()) pool[place].Draw(turn + 1);
        db.Add(PanelFacts.Of(PanelFacts.Drawn, convention, db.Now, places.Count));
        db.Expect(convention, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }

    /// <summary>By category, from the panels as they are published.</summary>
    public static IEnumerable<PanelChance> ChancesOf(Convention convention, SortitionProblem problem, UniformLottery lottery)
    {
        foreach (var value in convention.Values)
        {
            var quota = problem.Quotas.First(q => q.Category == value.Category && q.Value == value.Value);
            var chances = problem.Pool.Index().Where(p => problem.Counts(quota, p.Item)).Select(p => lottery.Counts[p.Index] / (double)Panels).ToList();
            if (chances.Count > 0) yield return new(value.Category, value.Value, chances.Min(), chances.Average(), chances.Max());
        }
    }

    /// <summary>The published file: as it was committed, and, once drawn, with its values and its panel.</summary>
    public async Task<string?> File(Convention convention, CancellationToken stop) => await db.Set<PanelDraw>().AsNoTracking().Where(d => d.ConventionId == convention.Id).Select(d => d.Text).FirstOrDefaultAsync(stop) is not { } text ? null
        : convention.Drawn is null ? text : PublicDraw.Reveal(text, Panels, convention.DrawValues);
}
