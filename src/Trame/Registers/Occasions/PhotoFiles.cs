using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Trame.Foundation.Data;
using Trame.Foundation.Pictures;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>The files behind the photos: given to who may see the record, counted out when no page shows them any more.</summary>
public sealed class PhotoFiles(TrameDb db, Rights rights, CurrentActor current)
{
    /// <summary>Notes which files a change stops showing, and which it shows again.</summary>
    public async Task Follow(IReadOnlyCollection<Photo> before, IReadOnlyCollection<Photo> after, CancellationToken stop)
    {
        var gone = before.Select(p => p.Id).Except(after.Select(p => p.Id)).ToList();
        var back = after.Select(p => p.Id).Except(before.Select(p => p.Id)).ToList();
        foreach (var file in await db.Set<PhotoFile>().Where(f => gone.Contains(f.Id) || back.Contains(f.Id)).ToListAsync(stop)) file.RemovedAt = gone.Contains(file.Id) ? db.Now : null;
    }

    /// <summary>Those of these photos whose file was erased meanwhile.</summary>
    public async Task<IReadOnlyList<Photo>> Erased(IReadOnlyCollection<Photo> photos, CancellationToken stop)
    {
        var ids = photos.Select(p => p.Id).ToList();
        var kept = await db.Set<PhotoFile>().Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToListAsync(stop);
        return [.. photos.Where(p => !kept.Contains(p.Id))];
    }

    /// <summary>A published photo for everyone; one that is taken off, or of a record that waits for a review, for those who may change the record.</summary>
    public async Task<Results<FileContentHttpResult, NotFound>> Show(Guid id, HttpContext context)
    {
        var stop = context.RequestAborted;
        if (await db.Set<PhotoFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop) is not { } file) return TypedResults.NotFound();
        var occasion = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == file.OccasionId, stop);
        while (occasion.MergedIntoId is { } into) occasion = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == into, stop);
        var isPublished = occasion.Status != OccasionStatus.Proposed && occasion.Photos.Any(p => p.Id == id);
        if (!isPublished && !rights.May(current.Actor, OccasionActs.Describe, occasion)) return TypedResults.NotFound();
        // The bytes of an id never change. Kept by the reader's browser alone: a photo that is taken off must not live on in what others share.
        context.Response.Headers.CacheControl = isPublished ? "private, max-age=31536000, immutable" : "no-store";
        var word = EnumWords.Write(file.Kind);
        context.Response.Headers.ContentDisposition = $"inline; filename=\"photo.{(file.Kind == PictureKind.Jpeg ? "jpg" : word)}\"";
        return TypedResults.Bytes(file.Bytes, $"image/{word}", entityTag: new EntityTagHeaderValue($"\"{id:N}\""));
    }
}
