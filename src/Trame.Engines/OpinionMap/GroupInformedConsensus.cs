namespace Trame.Engines.OpinionMap;

/// <summary>Product over groups of the share that takes a side: high only where no group is against (Polis' group-informed consensus).</summary>
/// <param name="Value">Π (votes + 1) / (seen + 2), in (0, 1).</param>
/// <param name="Low">Lower end of a 95 % interval.</param>
/// <param name="High">Upper end.</param>
public sealed record GroupInformedConsensus(double Value, double Low, double High);
