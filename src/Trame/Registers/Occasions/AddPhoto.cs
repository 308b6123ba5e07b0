using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Pictures;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Shows a photo on a record: the picture alone is kept, nothing that its file told besides.</summary>
public sealed class AddPhoto(TrameDb db, Rights rights)
{
    /// <param name="Agreed">Nobody can be recognised on it, or everyone who can has said yes.</param>
    public sealed record Request(Guid OccasionId, int Version, byte[] Sent, string Alt, string Source, bool Agreed);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.FindAsync<Occasion>([request.OccasionId], stop) is not { } occasion) return Refusal.Gone;
        if (!rights.May(actor, OccasionActs.Describe, occasion)) return Refusal.NotAllowed;
        if (occasion.MergedIntoId is not null) return Refusal.Gone;
        var read = PictureReader.Read(request.Sent);
        var refusals = read.Refusals.Select(r => r with { Field = "Photo" }).Concat(Occasion.Check(request.Alt, request.Source).Refusals).ToList();
        if (!request.Agreed) refusals.Add(new Refusal("occasions.photos.agreed.missing", "Agreed"));
        if (refusals.Count > 0 || !read.Accepted) return Outcome.Of(refusals);

        var file = new PhotoFile(occasion.Id, read.Value, db.Now);
        var outcome = occasion.AddPhoto(new Photo(file.Id, request.Alt, request.Source, read.Value.Width, read.Value.Height, db.Now), db.Now);
        if (!outcome.Accepted) return outcome;
        db.Add(file);
        db.Expect(occasion, request.Version);
        db.Author = actor.As(Texts.Get("occasions.photos.add.reason"));
        return await db.Save(stop);
    }
}
