namespace Trame.Engines.Cooperation;

/// <summary>How communities are looked for.</summary>
public sealed record LeidenOptions
{
    /// <summary>What a good division is.</summary>
    public CommunityQuality Quality { get; init; } = CommunityQuality.Modularity;

    /// <summary>γ, finite and at least 0: higher, more and smaller communities.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Same network, options and seed, same communities, on any machine.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Most passes of one run; a run also ends when a pass gains nothing. At least 1.</summary>
    public int Iterations { get; init; } = 100;

    /// <summary>Independent runs, at least 1; four at least are made when they are recombined.</summary>
    public int Runs { get; init; } = 10;

    /// <summary>Whether what several runs agree on starts further searches (<see cref="CommunitySearch"/>).</summary>
    public bool Recombine { get; init; } = true;

    internal void Check()
    {
        if (!(Resolution >= 0 && double.IsFinite(Resolution))) throw new ArgumentOutOfRangeException(nameof(Resolution), Resolution, "A finite resolution of at least 0 is needed.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Iterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Runs, 1);
    }
}
