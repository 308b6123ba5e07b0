using System.Security.Cryptography;
using Trame.Engines.Secrecy;
using Trame.Foundation.Privacy;

namespace Trame.Connect.Needs;

/// <summary>
/// Where somebody lives is never kept: a point is moved to the middle of its cell, in a grid of 500 metres whose place is secret, before it is written. The same point always gives the
/// same answer, so that looking a thousand times tells no more than looking once.
/// </summary>
public sealed class DiscreetSpots(TombstoneKey key)
{
    public const double Metres = 500;

    private static readonly Guid Grid = new("01930000-0000-7000-8000-7265666c6965"); // names the use of the key, nothing else

    private readonly Lazy<KeyedGrid> _grid = new(() => new KeyedGrid(SHA256.HashData(Convert.FromHexString(key.Mark(Grid))), Metres));

    public (double Latitude, double Longitude) Of(double latitude, double longitude)
    {
        var cell = _grid.Value.Of(Math.Clamp(latitude, -85, 85), Math.Clamp(longitude, -180, 180));
        return (cell.Latitude, cell.Longitude);
    }
}
