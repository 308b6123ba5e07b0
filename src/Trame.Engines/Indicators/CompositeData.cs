namespace Trame.Engines.Indicators;

/// <summary>Values of the indicators.</summary>
/// <param name="Units">Number of units.</param>
/// <param name="Values">One list per indicator of the spec, one value per unit; NaN where it is missing.</param>
/// <param name="Population">People per unit, not negative; null when unknown.</param>
/// <param name="Parents">Number of the parent of each unit; null when unknown.</param>
public sealed record CompositeData(int Units, IReadOnlyList<IReadOnlyList<double>> Values, IReadOnlyList<double>? Population = null, IReadOnlyList<int>? Parents = null);
