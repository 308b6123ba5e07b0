using NodaTime;

namespace Trame.Registers.Sources;

/// <summary>A place that a source names, and since when it no longer does. The place itself is never deleted for it.</summary>
public sealed class SourcePlace
{
    private SourcePlace() { }

    public SourcePlace(string source, Guid placeId, Guid importId, Instant at) => (Source, PlaceId, ImportId, SeenAt) = (source, placeId, importId, at);

    public string Source { get; private set; } = "";
    public Guid PlaceId { get; private set; }

    /// <summary>The import that last said something of it: that it is named, or no longer.</summary>
    public Guid ImportId { get; private set; }
    public Instant SeenAt { get; private set; }
    public Instant? VanishedAt { get; private set; }

    /// <summary>The version of the place once the import that brought it was undone: nobody touched it since, so that it may come back.</summary>
    public int? UndoneVersion { get; internal set; }

    public void Seen(Guid importId, Instant at) => (ImportId, SeenAt, VanishedAt, UndoneVersion) = (importId, at, null, null);

    public void Vanish(Guid importId, Instant at) => (ImportId, VanishedAt) = (importId, at);
}
