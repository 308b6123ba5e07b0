namespace Trame.Demo;

/// <summary>How large a life to invent. The same sizes and seed give the same life: it is also the load of the benchmarks.</summary>
public sealed record DemoSize(int Occasions = 214, int Facts = 0, int Months = 18, int Seed = 2026)
{
    /// <summary>So many rows that indexes are better made after them.</summary>
    public bool IsLarge => Occasions > 4_000 || Facts > 40_000;
}
