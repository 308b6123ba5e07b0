using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Trame.Engines.Secrecy;

/// <summary>Noise on counts that is the same wherever the same people are counted: drawn by a key that is the sum of theirs.</summary>
/// <remarks>
/// The cell-key method (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013; used by the Australian and the British statistical offices). For each count the chances of
/// each perturbation have the largest entropy among those of mean 0, of the stated variance, within the bound, and never below zero (Marley and Leaver 2011; Giessing 2016).
/// A zero stays. A table is no longer additive: a margin has its own key; its noise is not the sum of the others', so that adding up many cells learns little.
/// Small counts leave less room: where the stated variance is out of reach, nine tenths of what is possible. O(bound) per draw.
/// </remarks>
public sealed class CellKeyNoise
{
    private const double Reachable = 0.9;
    private readonly double[][] _chances;

    /// <summary>Makes the perturbation table.</summary>
    /// <param name="variance">Of the noise of a large count; above 0, at most bound × (bound + 1) / 3, the variance of equal chances.</param>
    /// <param name="bound">The largest noise either way, 1 to 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public CellKeyNoise(double variance, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bound, 1000);
        if (!(variance > 0) || variance > bound * (bound + 1) / 3.0) throw new ArgumentOutOfRangeException(nameof(variance), variance, "a variance is above 0 and at most bound × (bound + 1) / 3.");
        Bound = bound;
        _chances = [.. Enumerable.Range(0, bound + 1).Select(count => count == 0 ? [1.0] : LargestEntropy.Of(-count, bound, Math.Min(variance, Reachable * count * bound)))];
    }

    /// <summary>The largest noise either way.</summary>
    public int Bound { get; }

    /// <summary>The chance of each noise on a count, from −min(count, bound) up; a single 1 for a count of zero.</summary>
    public IReadOnlyList<double> Chances(long count) => _chances[Row(count)];

    /// <summary>The noise on a count with this cell key.</summary>
    public int Noise(long count, ulong cellKey)
    {
        var (row, left) = (Row(count), cellKey / 18446744073709551616.0);
        var noise = 0;
        while (noise < _chances[row].Length - 1 && left >= _chances[row][noise]) left -= _chances[row][noise++];
        return noise - row;
    }

    /// <summary>The key of a cell: the sum of the keys of the records it counts, modulo 2⁶⁴. The order does not matter.</summary>
    public static ulong CellKey(IEnumerable<ulong> recordKeys)
    {
        ArgumentNullException.ThrowIfNull(recordKeys);
        return recordKeys.Aggregate(0UL, (sum, key) => unchecked(sum + key));
    }

    /// <summary>The key of a record, that only who has the secret can make: the first 64 bits of its HMAC-SHA-256 (RFC 2104).</summary>
    public static ulong RecordKey(ReadOnlySpan<byte> secret, string record) => BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(record)));

    private int Row(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return (int)Math.Min(count, Bound);
    }
}
