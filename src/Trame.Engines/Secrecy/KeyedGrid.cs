using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Trame.Engines.Secrecy;

/// <summary>Shows a point as the middle of its cell in a grid that never changes and whose position is secret.</summary>
/// <remarks>
/// Noise drawn at each view averages out after some views (Armstrong, Rushton and Zimmerman 1999, on geographic masking); a fixed grid answers the same forever, so that a thousand
/// views say no more than one. Its offset comes from a key (HMAC-SHA-256, RFC 2104): who lacks the key cannot tell where the edges are. Every point of a cell gives the same answer,
/// at most half a diagonal away. Cells are squares in metres on a sphere of 6,371,008.8 m, cut in rows of latitude; only those that meet the 180th meridian are narrower. O(1).
/// It hides where in the cell, not how few live there: count the cell, and do not show it below the threshold.
/// </remarks>
public sealed class KeyedGrid
{
    private const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;
    private const double Furthest = 85; // degrees: nearer the poles a row is shorter than its cells
    private readonly double _north, _east;

    /// <summary>Lays the grid.</summary>
    /// <param name="key">Secret, at least 16 bytes, kept as long as points are shown.</param>
    /// <param name="metres">The side of a cell, 10 to 100,000.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The side is out of its range.</exception>
    public KeyedGrid(ReadOnlySpan<byte> key, double metres)
    {
        if (key.Length < 16) throw new ArgumentException("a key has at least 16 bytes.", nameof(key));
        if (!(metres is >= 10 and <= 100_000)) throw new ArgumentOutOfRangeException(nameof(metres), metres, "a side is 10 to 100,000 metres.");
        Metres = metres;
        var hash = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"grid {metres:R}")));
        _north = Share(hash) * metres;
        _east = Share(hash.AsSpan(8)) * metres;
    }

    /// <summary>The side of a cell.</summary>
    public double Metres { get; }

    /// <summary>The middle of the cell of a point.</summary>
    /// <param name="latitude">Degrees, −85 to 85.</param>
    /// <param name="longitude">Degrees, −180 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is out of its range.</exception>
    public GridCell Of(double latitude, double longitude)
    {
        if (!(Math.Abs(latitude) <= Furthest)) throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "a latitude is −85 to 85 degrees.");
        if (!(Math.Abs(longitude) <= 180)) throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "a longitude is −180 to 180 degrees.");
        if (longitude == 180) longitude = -180;
        var row = (int)Math.Floor((latitude * MetresPerDegree - _north) / Metres);
        var middle = ((row + 0.5) * Metres + _north) / MetresPerDegree;
        var perDegree = MetresPerDegree * Math.Cos(middle * Math.PI / 180);
        var column = (int)Math.Floor((longitude * perDegree - _east) / Metres);
        var (west, east) = (Math.Max(-180, (column * Metres + _east) / perDegree), Math.Min(180, ((column + 1) * Metres + _east) / perDegree));
        return new(row, column, middle, (west + east) / 2);
    }

    private static double Share(ReadOnlySpan<byte> hash) => (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) / 9007199254740992.0;
}
