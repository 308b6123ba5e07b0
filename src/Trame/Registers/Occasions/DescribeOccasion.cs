using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Someone who knows a record says what some of its fields are, all with one source. What is not different is not touched.</summary>
public sealed class DescribeOccasion(TrameDb db, Rights rights, OccasionLinks links)
{
    /// <param name="Version">What the form showed: a change made meanwhile refuses this one.</param>
    public sealed record Request(Guid Id, int Version, IReadOnlyDictionary<string, string> Values, string Source, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.Id], stop) is not { } occasion) return Refusal.Gone;
        var prepared = await Prepare(occasion, request, actor, stop);
        if (!prepared.Accepted) return prepared;
        db.Author = (actor with { Channel = request.Channel }).As(request.Source.Trim());
        return await db.Save(stop);
    }

    /// <summary>Everything but saving: a review puts its own change in the same save.</summary>
    internal async Task<Outcome> Prepare(Occasion occasion, Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OccasionActs.Describe, occasion)) return Refusal.NotAllowed;
        if (occasion.MergedIntoId is not null) return Refusal.Gone;
        if (occasion.Version != request.Version) return Refusal.Conflict; // before anything else: the page shows both versions
        var values = new Dictionary<string, string>(request.Values);
        var refusals = new List<Refusal>((await links.Resolve(values, request.Source, mayCreate: request.Source.Trim().Length > 0, stop)).Refusals);
        var changed = new List<(OccasionField Field, string Value)>();
        foreach (var (key, value) in values.Where(v => refusals.All(r => r.Field != v.Key)))
        {
            if (OccasionField.Find(key) is not { } field) refusals.Add(new Refusal("occasions.field.no-such", key, key));
            else if (field.Check(occasion, value, out var canonical) is { Accepted: false } refused) refusals.AddRange(refused.Refusals);
            else if (canonical != field.Read(occasion)) changed.Add((field, canonical));
        }

        if (changed.Count > 0 && request.Source.Trim().Length == 0) refusals.Add(new Refusal("occasions.source.missing", "Source"));
        if (refusals.Count == 0) refusals.AddRange(changed.SelectMany(c => occasion.Describe(c.Field, c.Value, request.Source.Trim(), db.Now).Refusals));
        if (refusals.Count == 0 && changed.Any(c => c.Field.Key is "starts-on" or "ends-on" or "recurrence") && OccasionTimes.Impossible(occasion, () => SpaceCalendar.Of(db)) is { } impossible) refusals.Add(impossible);
        if (refusals.Count == 0) refusals.AddRange(occasion.WithConsent().Refusals);
        if (refusals.Count > 0) db.ChangeTracker.Clear();
        else db.Expect(occasion, request.Version);
        return Outcome.Of(refusals);
    }
}
