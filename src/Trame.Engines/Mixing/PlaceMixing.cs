namespace Trame.Engines.Mixing;

/// <summary>What a place brings.</summary>
/// <param name="Place">Its number.</param>
/// <param name="Moments">Its moments open to all.</param>
/// <param name="CrossPairs">Its share of all pairs of different groups that were together, in [0, 1].</param>
/// <param name="BridgeValue">By how much the ratio of lived mixing falls without the place; negative when it rises. <see cref="NotMeasurable"/> when what is left is too little.</param>
public sealed record PlaceMixing(int Place, int Moments, double CrossPairs, Measure BridgeValue);
