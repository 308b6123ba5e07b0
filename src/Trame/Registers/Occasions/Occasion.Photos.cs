using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

// Photos in the order they are shown. Holds: each has its words and its source; no more than a page can carry.
public abstract partial class Occasion
{
    public const int MostPhotos = 8;
    public const int AltLength = 300;
    public const int PhotoSourceLength = 200;

    public Outcome AddPhoto(Photo photo, Instant at)
    {
        if (Photos.Count >= MostPhotos) return new Refusal("occasions.photos.too-many", null, $"{MostPhotos}");
        var outcome = Check(photo.Alt, photo.Source);
        if (outcome.Accepted) ShowPhotos([.. Photos, photo with { Alt = photo.Alt.Trim(), Source = photo.Source.Trim() }], at);
        return outcome;
    }

    public Outcome DescribePhoto(Guid id, string alt, string source, Instant at)
    {
        if (Photos.All(p => p.Id != id)) return Refusal.Gone;
        var outcome = Check(alt, source);
        if (outcome.Accepted) ShowPhotos([.. Photos.Select(p => p.Id == id ? p with { Alt = alt.Trim(), Source = source.Trim() } : p)], at);
        return outcome;
    }

    /// <summary>One step towards the first place.</summary>
    public Outcome RaisePhoto(Guid id, Instant at)
    {
        var place = Photos.FindIndex(p => p.Id == id);
        if (place < 0) return Refusal.Gone;
        if (place > 0) ShowPhotos([.. Photos.Take(place - 1), Photos[place], Photos[place - 1], .. Photos.Skip(place + 1)], at);
        return Outcome.Done;
    }

    public Outcome RemovePhoto(Guid id, Instant at)
    {
        if (Photos.All(p => p.Id != id)) return Refusal.Gone;
        ShowPhotos([.. Photos.Where(p => p.Id != id)], at);
        return Outcome.Done;
    }

    internal void ShowPhotos(IEnumerable<Photo> photos, Instant at) => (Photos, ChangedAt) = ([.. photos], at);

    internal static Outcome Check(string alt, string source) => Outcome.Of(
    [
        .. alt.Trim() switch
        {
            "" => (Refusal[])[new("occasions.photos.alt.missing", "Alt")],
            { Length: > AltLength } => [new("occasions.photos.alt.too-long", "Alt", $"{AltLength}")],
            _ => [],
        },
        .. source.Trim() switch
        {
            "" => (Refusal[])[new("occasions.photos.source.missing", "PhotoSource")],
            { Length: > PhotoSourceLength } => [new("occasions.photos.source.too-long", "PhotoSource", $"{PhotoSourceLength}")],
            _ => [],
        },
    ]);
}
