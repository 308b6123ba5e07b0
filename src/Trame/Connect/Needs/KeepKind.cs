using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Connect.Needs;

/// <summary>The coordinator adds a kind, renames one, retires it or takes it up again. What was said with it stays.</summary>
public sealed class KeepKind(TrameDb db, Rights rights, HelpKinds kinds)
{
    public const int Most = 60;

    /// <param name="Key">Null for a new one.</param>
    public sealed record Request(string? Key, string French, string English, string FrenchMoment, string EnglishMoment, bool Together, bool Retired);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, NeedActs.KeepKinds)) return Refusal.NotAllowed;
        var all = await kinds.All(stop);
        if (request.Key is { } known && all.All(k => k.Key != known)) return Refusal.Gone;
        if (request.Key is null && all.Count >= Most) return new Refusal("needs.kind.too-many", "French", $"{Most}");
        if (all.Any(k => k.Key != request.Key && !k.IsRetired && string.Equals(k.French, request.French.Trim(), StringComparison.OrdinalIgnoreCase))) return new Refusal("needs.kind.same", "French");
        var key = request.Key ?? Slug.Unique(Slug.From(request.French), slug => all.Any(k => k.Key == slug));
        var row = await db.Set<KindChange>().FirstOrDefaultAsync(k => k.Key == key, stop);
        if (row is null) db.Add(row = new KindChange(key));
        var outcome = row.Say(request.French, request.English, request.FrenchMoment, request.EnglishMoment, all.FirstOrDefault(k => k.Key == key)?.Together ?? request.Together, request.Retired);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Author = actor.As();
        return await db.Save(stop);
    }
}
