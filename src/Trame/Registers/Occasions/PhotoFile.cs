using NodaTime;
using Trame.Foundation.Pictures;

namespace Trame.Registers.Occasions;

/// <summary>The bytes of a photo, in the space's own database: a backup, a restore and a move carry them. Holds: they never change.</summary>
public sealed class PhotoFile
{
    private PhotoFile() { }

    public PhotoFile(Guid occasionId, CleanPicture picture, Instant at)
    {
        OccasionId = occasionId;
        Kind = picture.Kind;
        Bytes = picture.Bytes;
        CreatedAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The record it came with. A merge may show it on another.</summary>
    public Guid OccasionId { get; private set; }
    public PictureKind Kind { get; private set; }
    public byte[] Bytes { get; private set; } = [];
    public Instant CreatedAt { get; private set; }

    /// <summary>Since when no page shows it; erased some weeks later.</summary>
    public Instant? RemovedAt { get; internal set; }
}
