namespace Trame.Engines.Secrecy;

/// <summary>A cell of a <see cref="KeyedGrid"/>.</summary>
/// <param name="Row">Its row, south to north.</param>
/// <param name="Column">Its place in the row, west to east.</param>
/// <param name="Latitude">Of its middle, in degrees.</param>
/// <param name="Longitude">Of its middle, in degrees.</param>
public readonly record struct GridCell(int Row, int Column, double Latitude, double Longitude);
