namespace Trame.Foundation.Geo;

/// <summary>The points of one grid cell.</summary>
/// <param name="Cell">Id of the cell, see <see cref="TileGrid.CellOf"/>.</param>
/// <param name="Mean">Mean of their positions.</param>
/// <param name="Bounds">The smallest box that holds them: what to zoom on.</param>
/// <param name="OnlyId">Their id when there is one only.</param>
public sealed record PointCluster(long Cell, int Count, GeoPoint Mean, GeoBox Bounds, string? OnlyId);
