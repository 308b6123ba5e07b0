using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Takes back what one change said, as a new change. Fields that someone changed again since are refused, one by one.</summary>
public sealed class UndoRevision(TrameDb db, Rights rights, PhotoFiles files)
{
    /// <param name="Only">Keys of the fields to take back; all of them when null.</param>
    public sealed record Request(Guid OccasionId, Guid RevisionId, IReadOnlyCollection<string>? Only = null);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.OccasionId], stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, OccasionActs.Undo, occasion)) return Refusal.NotAllowed;
        var revision = await db.Set<Revision>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.RevisionId && r.SubjectId == occasion.Id, stop);
        if (revision is null) return Refusal.Gone;
        var changes = RevisionFields.Of(revision).Where(c => request.Only is null || request.Only.Contains(c.Field.Key)).ToList();
        var photos = request.Only is null || request.Only.Contains(RevisionFields.PhotosKey) ? RevisionFields.Photos(revision) : null;
        if (changes.Count == 0 && photos is null || revision.Before.Count == 0) return new Refusal("occasions.undo.nothing");
        var refusals = changes.Where(c => c.Field.Read(occasion) != c.After).Select(c => new Refusal("occasions.undo.later", c.Field.Key, Texts.Get($"occasions.field.{c.Field.Key}"))).ToList();
        if (photos is not null && !photos.Value.After.SequenceEqual(occasion.Photos)) refusals.Add(new Refusal("occasions.undo.later", RevisionFields.PhotosKey, Texts.Get("occasions.field.photos")));
        else if (photos is not null && (await files.Erased(photos.Value.Before, stop)).Count > 0) refusals.Add(new Refusal("occasions.photos.erased", RevisionFields.PhotosKey));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var outcome = Outcome.Of(changes.SelectMany(c => occasion.Describe(c.Field, c.Before, RevisionFields.SourceBefore(revision, c.Field, occasion), db.Now).Refusals));
        outcome = outcome.And(occasion.WithConsent());
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        if (photos is not null)
        {
            await files.Follow(photos.Value.After, photos.Value.Before, stop);
            occasion.ShowPhotos(photos.Value.Before, db.Now);
        }

        db.Author = actor.As(Texts.Get("occasions.undo.reason", revision.By));
        return await db.Save(stop);
    }
}
