namespace Trame.Engines.Optimization;

/// <summary>Numbers that look random and depend on their arguments only.</summary>
internal static class Hash
{
    /// <summary>A number in [0.5, 1) (finaliser of SplitMix64, Steele, Lea and Flood 2014).</summary>
    public static double HalfToOne(int a, int b)
    {
        unchecked
        {
            var z = (ulong)(uint)a * 0x9E3779B97F4A7C15UL + (ulong)(uint)b * 0xD1B54A32D192ED03UL + 0x632BE59BD9B4E019UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return 0.5 + (z >> 12) * (0.5 / (1L << 52));
        }
    }
}
