namespace Trame.Engines.OpinionMap;

/// <summary>Random numbers that are the same on every machine for a seed: xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64.</summary>
internal sealed class SeededRandom
{
    private ulong _a, _b, _c, _d;
    private double _spare = double.NaN;

    public SeededRandom(ulong seed) => (_a, _b, _c, _d) = (Split(ref seed), Split(ref seed), Split(ref seed), Split(ref seed));

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_b * 5, 7) * 9;
            var t = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= t;
            _d = ulong.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, count), by multiplication; the bias is below count / 2⁶⁴.</summary>
    public int Next(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Standard normal (polar method of Marsaglia and Bray 1964).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spare)) return Spent();
        while (true)
        {
            var (u, v) = ((2 * NextDouble()) - 1, (2 * NextDouble()) - 1);
            var s = (u * u) + (v * v);
            if (s is <= 0 or >= 1) continue;
            var scale = Math.Sqrt(-2 * Math.Log(s) / s);
            _spare = v * scale;
            return u * scale;
        }
    }

    private double Spent()
    {
        var spare = _spare;
        _spare = double.NaN;
        return spare;
    }

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
