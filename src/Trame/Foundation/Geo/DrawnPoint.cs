namespace Trame.Foundation.Geo;

/// <summary>One place, or several too close to be told apart.</summary>
/// <param name="X">Mean of the places it stands for.</param>
/// <param name="Points">These places, in the order they were given; their count is what the mark says.</param>
public sealed record DrawnPoint(double X, double Y, IReadOnlyList<MapPoint> Points);
