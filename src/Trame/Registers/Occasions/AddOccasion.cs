using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>A place, a moment or a project enters the register, with where the information comes from.</summary>
public sealed class AddOccasion(TrameDb db, Rights rights, OccasionLinks links, FindAlike alike, IEnumerable<OccasionBirth> births)
{
    /// <param name="Values">What is said, by field key.</param>
    /// <param name="EvenIfAlike">The author has seen the records that look the same, and says that this is another one.</param>
    public sealed record Request(OccasionKind Kind, IReadOnlyDictionary<string, string> Values, string Source, Channel Channel, bool EvenIfAlike = false);

    /// <summary>The records that made the last request ask for a confirmation.</summary>
    public IReadOnlyList<Alike> Alike { get; private set; } = [];

    public async Task<Outcome<Occasion>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        var ready = await Ready(request, actor, stop);
        if (!ready.Accepted) return ready;
        db.Author = (actor with { Channel = request.Channel }).As(request.Source);
        var saved = await db.Save(stop);
        return saved.Accepted ? ready : saved;
    }

    /// <summary>The record and its fact, but not saved: another room puts its own change in the same save.</summary>
    public async Task<Outcome<Occasion>> Ready(Request request, Actor actor, CancellationToken stop)
    {
        var prepared = await Prepare(request, actor, stop);
        if (prepared.Accepted) db.Add(OccasionFacts.Of(OccasionFacts.Proposed, prepared.Value, request.Channel, db.Now));
        return prepared;
    }

    /// <summary>Everything but saving: a review puts its own change in the same save.</summary>
    internal async Task<Outcome<Occasion>> Prepare(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OccasionActs.Add)) return Refusal.NotAllowed;
        var values = new Dictionary<string, string>(request.Values);
        var source = request.Source.Trim();
        var refusals = new List<Refusal>();
        if (source.Length == 0) refusals.Add(new Refusal("occasions.source.missing", "Source"));
        refusals.AddRange((await links.Resolve(values, source, mayCreate: refusals.Count == 0, stop)).Refusals);

        var territory = Guid.TryParse(values.GetValueOrDefault("territory"), out var id) ? id : Guid.Empty;
        var name = values.GetValueOrDefault("name", "").Trim();
        var occasion = births.Single(b => b.Kind == request.Kind).Make(name, await FreeSlug.For(db.Set<Occasion>().Where(o => o.Kind == request.Kind).Select(o => o.Slug), name, stop), territory, source, db.Now);
        refusals.AddRange(Fill(occasion, values).Where(r => refusals.All(known => known.Field != r.Field)));
        if (refusals.Count == 0 && OccasionTimes.Impossible(occasion, () => SpaceCalendar.Of(db)) is { } impossible) refusals.Add(impossible);
        if (refusals.Count == 0) refusals.AddRange(occasion.WithConsent().Refusals);
        if (refusals.Count == 0 && !request.EvenIfAlike)
        {
            Alike = await alike.Handle(request.Kind, occasion.Name, territory, occasion.Latitude, occasion.Longitude, null, stop);
            if (Alike.Count > 0) refusals.Add(new Refusal("occasions.add.alike", "EvenIfAlike", string.Join(", ", Alike.Select(a => a.Name))));
        }

        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear(); // an organisation named on the way does not stay without its occasion
            return Outcome.Of(refusals);
        }

        db.Add(occasion);
        return occasion;
    }

    private static IEnumerable<Refusal> Fill(Occasion occasion, Dictionary<string, string> values)
    {
        foreach (var unknown in values.Keys.Where(k => OccasionField.Find(k) is null)) yield return new Refusal("occasions.field.no-such", unknown, unknown);
        foreach (var field in OccasionField.For(occasion.Kind).Where(f => f.Required || values.ContainsKey(f.Key)))
            foreach (var refusal in field.Write(occasion, values.GetValueOrDefault(field.Key, "")).Refusals) yield return refusal;
    }
}
