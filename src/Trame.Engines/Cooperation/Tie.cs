namespace Trame.Engines.Cooperation;

/// <summary>A tie between two organisations or places, by their numbers in the network.</summary>
/// <param name="Source">From 0; in an undirected network the order of the two does not matter.</param>
/// <param name="Target">From 0; the same as <paramref name="Source"/> is a loop.</param>
/// <param name="Weight">How strong, any unit, finite and at least 0; a weight of 0 is no tie.</param>
public readonly record struct Tie(int Source, int Target, double Weight = 1);
