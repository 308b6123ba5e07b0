using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Two records of the same thing become one. Someone chooses field by field what is shown; every source's word is kept.</summary>
public sealed class MergeOccasions(TrameDb db, Rights rights)
{
    /// <param name="FromDuplicate">Keys of the fields for which the duplicate's word is shown from now on.</param>
    public sealed record Request(Guid KeptId, int KeptVersion, Guid DuplicateId, int DuplicateVersion, IReadOnlyCollection<string> FromDuplicate);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OccasionActs.Merge)) return Refusal.NotAllowed;
        if (await db.FindAsync<Occasion>([request.KeptId], stop) is not { } kept || await db.FindAsync<Occasion>([request.DuplicateId], stop) is not { } duplicate) return Refusal.Gone;
        var theirs = OccasionField.For(kept.Kind).Where(f => request.FromDuplicate.Contains(f.Key)).Select(f => (Field: f, Word: duplicate.Said(f))).Where(t => t.Word.Value.Length > 0).ToList();
        var outcome = kept.Absorb(duplicate, db.Now);
        foreach (var (field, word) in theirs.Where(_ => outcome.Accepted)) outcome = outcome.And(kept.Prefer(field, word.Source, word.Value, db.Now));
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(kept, request.KeptVersion);
        db.Expect(duplicate, request.DuplicateVersion);
        db.Add(OccasionFacts.Of(OccasionFacts.Merged, kept, actor.Channel, db.Now));
        db.Author = actor.As(Texts.Get("occasions.merge.reason", duplicate.Name, kept.Name));
        return await db.Save(stop);
    }
}
