using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Registers.Occasions;

/// <summary>Anyone says what is missing or wrong, with or without an account, online, at a counter, by phone or on paper.</summary>
public sealed class ProposeOccasion(TrameDb db, Rights rights, OccasionLinks links, IEnumerable<OccasionBirth> births)
{
    public const int ContactLength = 200;

    /// <param name="OccasionId">The record corrected; null for a new one.</param>
    /// <param name="Values">What is said, by field key; empty for an existing record means « it is still true ».</param>
    /// <param name="Contact">How to answer, if the author wishes.</param>
    public sealed record Request(OccasionKind Kind, Guid? OccasionId, IReadOnlyDictionary<string, string> Values, string Source, string Contact, Channel Channel);

    public async Task<Outcome<Proposal>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OccasionActs.Propose)) return Refusal.NotAllowed;
        var corrected = request.OccasionId is { } id ? await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.MergedIntoId == null, stop) : null;
        if (request.OccasionId is not null && corrected is null) return Refusal.Gone;
        var values = new Dictionary<string, string>(request.Values);
        var source = request.Source.Trim();
        var refusals = new List<Refusal>();
        if (source.Length == 0) refusals.Add(new Refusal("occasions.source.missing", "Source"));
        if (source.Length > 200) refusals.Add(new Refusal("occasions.field.long", "Source", "200", $"{source.Length}"));
        if (request.Contact.Trim().Length > ContactLength) refusals.Add(new Refusal("occasions.field.long", "Contact", $"{ContactLength}", $"{request.Contact.Trim().Length}"));
        refusals.AddRange((await links.Resolve(values, source, mayCreate: false, stop)).Refusals);
        var said = Read(corrected ?? births.Single(b => b.Kind == request.Kind).Make("", "", Guid.Empty, source, db.Now), corrected is not null, values, refusals);
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var proposal = new Proposal(request.Kind, request.OccasionId, said, source, request.Channel, Tokens.Code(2), db.Now);
        proposal.ReachAt(request.Contact.Trim());
        db.Add(proposal);
        db.Author = (actor with { Channel = request.Channel }).As(source);
        var saved = await db.Save(stop);
        return saved.Accepted ? proposal : saved;
    }

    // Only what differs is proposed; a new record needs its name and its commune.
    private static Dictionary<string, string> Read(Occasion occasion, bool exists, Dictionary<string, string> values, List<Refusal> refusals)
    {
        var said = new Dictionary<string, string>();
        foreach (var unknown in values.Keys.Where(k => OccasionField.Find(k) is null)) refusals.Add(new Refusal("occasions.field.no-such", unknown, unknown));
        foreach (var field in OccasionField.For(occasion.Kind).Where(f => values.ContainsKey(f.Key) || (f.Required && !exists)))
        {
            var typed = values.GetValueOrDefault(field.Key, "").Trim();
            if (refusals.Any(r => r.Field == field.Key)) continue;
            if (field.Shape == FieldShape.Organisation && typed.Length > 0 && !Guid.TryParse(typed, out _)) said[field.Key] = typed; // a name: the reviewer links it
            else if (field.Check(occasion, typed, out var canonical) is { Accepted: false } refused) refusals.AddRange(refused.Refusals);
            else if (exists ? canonical != field.Read(occasion) : canonical.Length > 0) said[field.Key] = canonical;
        }

        return said;
    }
}
