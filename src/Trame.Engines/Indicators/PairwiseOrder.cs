namespace Trame.Engines.Indicators;

/// <summary>An order of units that agrees with as much weight as possible, pair by pair.</summary>
/// <param name="Order">Units, the first first.</param>
/// <param name="Agreement">Weight of the pairs it agrees with.</param>
/// <param name="Bound">No order agrees with more.</param>
public sealed record PairwiseOrder(IReadOnlyList<int> Order, double Agreement, double Bound)
{
    /// <summary>Whether the order is proved best.</summary>
    public bool IsProved => Bound <= Agreement + (1e-9 * Math.Max(1, Agreement));
}
