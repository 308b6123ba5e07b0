namespace Trame.Registers.Sources;

/// <summary>How much two records seem to be one place, and why.</summary>
/// <param name="Key">The other record.</param>
/// <param name="Likeness">From 0 to 1: a sum of what speaks for and against, not a probability.</param>
public sealed record Resemblance(string Key, double Likeness, IReadOnlyList<ResemblancePart> Parts)
{
    /// <summary>From here on it is worth asking somebody.</summary>
    public const double Ask = 0.5;

    /// <summary>From here on it may be taken for sure: see docs/methods/rapprochement-lieux.md for what it costs.</summary>
    public const double Sure = 0.75;

    /// <summary>A threshold that nothing reaches: always ask.</summary>
    public const double Never = 2;
}
