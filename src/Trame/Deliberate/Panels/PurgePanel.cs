using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Engines.Sortition;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Panels;

/// <summary>
/// Erases the people of a convention once they are not needed any more, and leaves a statement that anyone can check: how many, from which columns, when, and the fingerprint
/// of all that. The same happens by itself when the time is up.
/// </summary>
public sealed class PurgePanel(Rights rights) : IPurge
{
    public RetentionRule Rule => Retention.PanelPerson;

    public async Task<Outcome> Handle(TrameDb db, Guid conventionId, int version, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Convention>().FirstOrDefaultAsync(c => c.Id == conventionId, stop) is not { } convention) return Refusal.Gone;
        if (!rights.May(actor, PanelActs.Run)) return Refusal.NotAllowed;
        if (convention.Stage != ConventionStage.Answered) return new Refusal("convention.purge.early");
        db.Expect(convention, version);
        db.Author = actor.As();
        return await Erase(db, convention, stop);
    }

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var old = await db.Set<PanelPerson>().Where(p => p.InvitedAt < before).GroupBy(p => p.ConventionId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        if (dryRun) return old.Sum(o => o.Count);
        foreach (var one in old) (await Erase(db, await db.Set<Convention>().FirstAsync(c => c.Id == one.Key, stop), stop)).ThrowIfRefused();
        return old.Sum(o => o.Count);
    }

    /// <summary>What anyone may read of it afterwards; the last line is the fingerprint of those above.</summary>
    public static string Statement(TrameDb db, Convention convention, IEnumerable<(PanelState State, int Count)> states)
    {
        var known = states.OrderBy(s => s.State).ToList();
        var columns = db.Model.FindEntityType(typeof(PanelPerson))!.GetProperties().Select(p => p.GetColumnName()).Order(StringComparer.Ordinal); // mapped, or nothing runs
        var text = string.Join('\n',
        [
            "trame-purge 1", $"convention {convention.Slug}", $"commitment {convention.Commitment}", $"list {convention.List?.Hash}", $"erased {InstantPattern.General.Format(db.Now)}",
            $"people {known.Sum(s => s.Count).ToString(CultureInfo.InvariantCulture)}", .. known.Select(s => $"  {EnumWords.Write(s.State)} {s.Count.ToString(CultureInfo.InvariantCulture)}"),
            $"table panel_person: {string.Join(' ', columns)}", "left 0",
        ]);
        return $"{text}\nsha256 {PublicDraw.Hash(text)}";
    }

    private static async Task<Outcome> Erase(TrameDb db, Convention convention, CancellationToken stop)
    {
        var people = db.Set<PanelPerson>().Where(p => p.ConventionId == convention.Id);
        var states = await people.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var outcome = convention.Purge(Statement(db, convention, states.Select(s => (s.Key, s.Count))), db.Now.InUtc().Date);
        if (!outcome.Accepted) return outcome;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        db.Add(PanelFacts.Of(PanelFacts.Purged, convention, db.Now, states.Sum(s => s.Count)));
        await people.ExecuteDeleteAsync(stop);
        var saved = await db.Save(stop);
        if (saved.Accepted && transaction is not null) await transaction.CommitAsync(stop);
        return saved;
    }
}
