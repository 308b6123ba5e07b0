using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Other words for a photo, another order, or one photo less. The history can take each of them back.</summary>
public sealed class ChangePhotos(TrameDb db, Rights rights, PhotoFiles files)
{
    public sealed record Request(Guid OccasionId, int Version, Guid PhotoId);

    public Task<Outcome> Describe(Request request, string alt, string source, Actor actor, CancellationToken stop) =>
        Change(request, occasion => occasion.DescribePhoto(request.PhotoId, alt, source, db.Now), "occasions.photos.describe.reason", actor, stop);

    public Task<Outcome> Raise(Request request, Actor actor, CancellationToken stop) =>
        Change(request, occasion => occasion.RaisePhoto(request.PhotoId, db.Now), "occasions.photos.raise.reason", actor, stop);

    public Task<Outcome> Remove(Request request, Actor actor, CancellationToken stop) =>
        Change(request, occasion => occasion.RemovePhoto(request.PhotoId, db.Now), "occasions.photos.remove.reason", actor, stop);

    private async Task<Outcome> Change(Request request, Func<Occasion, Outcome> change, string reason, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.OccasionId], stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, OccasionActs.Describe, occasion)) return Refusal.NotAllowed;
        if (occasion.MergedIntoId is not null) return Refusal.Gone;
        var before = occasion.Photos;
        var outcome = change(occasion);
        if (!outcome.Accepted) return outcome;
        await files.Follow(before, occasion.Photos, stop);
        db.Expect(occasion, request.Version);
        db.Author = actor.As(Texts.Get(reason));
        return await db.Save(stop);
    }
}
