namespace Trame.Engines.Indicators;

/// <summary>Indicators that make one dimension of an index: a right, a domain.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Members">Numbers of indicators; each indicator is in one group.</param>
/// <param name="Weight">Its weight beside the other groups, not negative.</param>
/// <param name="Combination">How its members become its score.</param>
public sealed record GroupSpec(string Name, IReadOnlyList<int> Members, double Weight, Combination Combination);
