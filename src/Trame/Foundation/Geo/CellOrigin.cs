namespace Trame.Foundation.Geo;

/// <summary>What a cell is worth: the screen says "approximate" for the second, and nothing can be drawn for the third.</summary>
public enum CellOrigin
{
    /// <summary>The territory's own contour.</summary>
    Contour,

    /// <summary>The part of the map that is nearer to this centroid than to any other.</summary>
    Approximate,

    /// <summary>Known contours, or the outline, leave no room around this centroid: the cell is empty.</summary>
    NoRoom,
}
