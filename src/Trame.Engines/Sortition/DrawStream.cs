using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Trame.Engines.Sortition;

/// <summary>The stream of chance of a draw: whoever has the seed finds the same numbers, whoever has not cannot guess them.</summary>
/// <remarks>
/// ChaCha20 key stream (RFC 8439, section 2.3): the key is the SHA-256 of the seed's UTF-8 bytes, the nonce is zero, the block counter starts at 0. Each 64-byte block gives eight
/// unsigned integers of 64 bits, little-endian, in order. Not thread-safe.
/// </remarks>
public sealed class DrawStream
{
    private readonly uint[] _state = new uint[16];
    private readonly byte[] _block = new byte[64];
    private int _used = 64;

    /// <param name="seed">Any text, for instance public values that were announced; compared byte by byte.</param>
    public DrawStream(string seed) : this(SHA256.HashData(Encoding.UTF8.GetBytes(seed)), new byte[12], 0) { }

    /// <param name="key">32 bytes.</param>
    /// <param name="nonce">12 bytes.</param>
    /// <param name="counter">Number of the first block.</param>
    /// <exception cref="ArgumentException">The key or the nonce has another length.</exception>
    public DrawStream(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, uint counter)
    {
        if (key.Length != 32 || nonce.Length != 12) throw new ArgumentException("ChaCha20 takes a key of 32 bytes and a nonce of 12.");
        ReadOnlySpan<uint> constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
        constants.CopyTo(_state);
        for (var i = 0; i < 8; i++) _state[4 + i] = BinaryPrimitives.ReadUInt32LittleEndian(key[(4 * i)..]);
        _state[12] = counter;
        for (var i = 0; i < 3; i++) _state[13 + i] = BinaryPrimitives.ReadUInt32LittleEndian(nonce[(4 * i)..]);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        if (_used == 64) Refill();
        var number = BinaryPrimitives.ReadUInt64LittleEndian(_block.AsSpan(_used));
        _used += 8;
        return number;
    }

    /// <summary>A whole number in [0, <paramref name="bound"/>), each as likely: numbers at or above the largest multiple of the bound are passed over.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0.</exception>
    public ulong Below(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        var passed = (ulong.MaxValue % bound + 1) % bound; // 2⁶⁴ mod bound
        ulong number;
        do number = Next(); while (passed != 0 && number > ulong.MaxValue - passed);
        return number % bound;
    }

    /// <summary>A place in a list, each as likely.</summary>
    public int Below(int bound) => (int)Below((ulong)bound);

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A random order of a list, each as likely (Fisher and Yates, from the end).</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    private void Refill()
    {
        Span<uint> x = stackalloc uint[16];
        _state.CopyTo(x);
        for (var round = 0; round < 10; round++)
        {
            for (var c = 0; c < 4; c++) Quarter(x, c, 4 + c, 8 + c, 12 + c);
            for (var c = 0; c < 4; c++) Quarter(x, c, 4 + (c + 1) % 4, 8 + (c + 2) % 4, 12 + (c + 3) % 4);
        }
        for (var i = 0; i < 16; i++) BinaryPrimitives.WriteUInt32LittleEndian(_block.AsSpan(4 * i), unchecked(x[i] + _state[i]));
        _state[12] = unchecked(_state[12] + 1);
        _used = 0;
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        unchecked
        {
            x[a] += x[b]; x[d] = BitOperations.RotateLeft(x[d] ^ x[a], 16);
            x[c] += x[d]; x[b] = BitOperations.RotateLeft(x[b] ^ x[c], 12);
            x[a] += x[b]; x[d] = BitOperations.RotateLeft(x[d] ^ x[a], 8);
            x[c] += x[d]; x[b] = BitOperations.RotateLeft(x[b] ^ x[c], 7);
        }
    }
}
