using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Undoes a merge: the record that had disappeared is back with all it said, and the one that had stayed says again what it said.</summary>
public sealed class SplitOccasion(TrameDb db, Rights rights, PhotoFiles files)
{
    public sealed record Request(Guid DuplicateId);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OccasionActs.Merge)) return Refusal.NotAllowed;
        if (await db.FindAsync<Occasion>([request.DuplicateId], stop) is not { } duplicate) return Refusal.Gone;
        if (duplicate.MergedIntoId is not { } keptId || await db.FindAsync<Occasion>([keptId], stop) is not { } kept) return new Refusal("occasions.split.not-merged");
        var mergedAt = duplicate.ClosedAt;
        var outcome = duplicate.Split(db.Now);
        if (!outcome.Accepted) return outcome;

        // The merge is one revision of each record, saved together under one reason.
        var history = await db.Set<Revision>().AsNoTracking().Where(r => (r.SubjectId == keptId || r.SubjectId == duplicate.Id) && r.At == mergedAt).OrderByDescending(r => r.Version).ToListAsync(stop);
        var reason = history.FirstOrDefault(r => r.SubjectId == duplicate.Id && r.After.ContainsKey(nameof(Occasion.MergedIntoId)))?.Reason;
        var merge = history.FirstOrDefault(r => r.SubjectId == keptId && r.Reason == reason);
        if (merge is not null) kept.Release(Unchanged(merge, kept), Brought(merge), db.Now);
        await TakePhotosBack(duplicate, kept, stop);
        db.Add(OccasionFacts.Of(OccasionFacts.Split, kept, actor.Channel, db.Now));
        db.Author = actor.As(Texts.Get("occasions.split.reason", duplicate.Name, kept.Name));
        return await db.Save(stop);
    }

    // Photos go back with the record they came with, even those the other had taken off, unless their file was erased meanwhile.
    private async Task TakePhotosBack(Occasion duplicate, Occasion kept, CancellationToken stop)
    {
        if (duplicate.Photos.Count == 0) return;
        var erased = await files.Erased(duplicate.Photos, stop);
        kept.ShowPhotos(kept.Photos.ExceptBy(duplicate.Photos.Select(p => p.Id), p => p.Id), db.Now);
        duplicate.ShowPhotos(duplicate.Photos.Except(erased), db.Now);
        await files.Follow([], duplicate.Photos, stop);
    }

    private static IEnumerable<FieldSource> Unchanged(Revision merge, Occasion kept) =>
        [.. RevisionFields.Of(merge).Where(c => c.After == c.Field.Read(kept)).Select(c => new FieldSource(c.Field.Key, RevisionFields.SourceBefore(merge, c.Field, kept), c.Before, merge.At, Shown: false))];

    private static IEnumerable<FieldSource> Brought(Revision merge) =>
        RevisionFields.Words(merge.After).Where(w => !RevisionFields.Words(merge.Before).Any(b => (b.Field, b.Source, b.Value) == (w.Field, w.Source, w.Value)));
}
