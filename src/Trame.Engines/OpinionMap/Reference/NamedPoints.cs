namespace Trame.Engines.OpinionMap.Reference;

/// <summary>Points of the plane with a name and a weight each, in a fixed order.</summary>
internal sealed class NamedPoints
{
    private readonly Dictionary<int, int> _placeOf;

    public NamedPoints(int[] names, double[] x, double[] y, double[] weights)
    {
        (Names, X, Y, Weights) = (names, x, y, weights);
        _placeOf = new(names.Length);
        for (var i = 0; i < names.Length; i++) _placeOf.Add(names[i], i);
    }

    public int[] Names { get; }
    public double[] X { get; }
    public double[] Y { get; }
    public double[] Weights { get; }
    public int Count => Names.Length;

    public int DistinctCount => X.Zip(Y).Distinct().Count();

    public double Distance(int point, double x, double y)
    {
        var (dx, dy) = (X[point] - x, Y[point] - y);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    public IEnumerable<int> PlacesOf(IEnumerable<int> names)
    {
        foreach (var name in names)
            if (_placeOf.TryGetValue(name, out var place)) yield return place;
    }

    /// <summary>Weighted mean of some members, with the members that are still there; null when none is.</summary>
    public Cluster? Around(int id, IEnumerable<int> names)
    {
        var (sum, x, y) = (0.0, 0.0, 0.0);
        List<int> kept = [];
        foreach (var place in PlacesOf(names))
        {
            kept.Add(Names[place]);
            sum += Weights[place];
            x += Weights[place] * X[place];
            y += Weights[place] * Y[place];
        }

        return kept.Count == 0 ? null : new(id, kept, x / sum, y / sum);
    }
}
