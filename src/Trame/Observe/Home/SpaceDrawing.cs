using Trame.Foundation.Geo;

namespace Trame.Observe.Home;

/// <summary>A drawn space, or the honest absence of one.</summary>
public sealed record SpaceDrawing(MapDrawing? Map)
{
    public static readonly SpaceDrawing Nothing = new((MapDrawing?)null);
}
