using System.Collections.Concurrent;
using Trame.Foundation.Spaces;

namespace Trame.Foundation.Web;

/// <summary>Whether the house is open for use, and which spaces are closed because their database does not answer.</summary>
public sealed class Readiness
{
    private readonly ConcurrentDictionary<string, Space> _closed = new();
    private volatile bool _ready;

    public bool IsReady => _ready;

    public IReadOnlyCollection<Space> Closed => [.. _closed.Values];

    public void Ready() => _ready = true;

    public bool IsOpen(Space space) => !_closed.ContainsKey(space.Slug);

    public void Close(Space space) => _closed[space.Slug] = space;

    public void Open(Space space) => _closed.TryRemove(space.Slug, out _);
}
