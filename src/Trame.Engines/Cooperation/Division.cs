namespace Trame.Engines.Cooperation;

/// <summary>A division of a network and what it gains over leaving every node alone, in weight.</summary>
internal sealed record Division(int[] Community, double Gain);
