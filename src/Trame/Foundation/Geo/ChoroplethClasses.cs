namespace Trame.Foundation.Geo;

/// <summary>Sorts the values of a map into at most four classes of a ramp, with zero, masked and unknown set apart.</summary>
/// <remarks>
/// Zero is never in the ramp: "nothing" is not "little". Quantiles are those of the positive values, each class holding as many territories as ties allow;
/// equal values are always in the same class, so there may be fewer classes than four. Deterministic; O(n log n).
/// </remarks>
public sealed class ChoroplethClasses
{
    public const int RampLength = 4;

    private readonly double[] _floors; // smallest value of each ramp class, increasing
    private readonly int _firstRamp;

    private ChoroplethClasses(double[] floors, IReadOnlyCollection<MapValue> values, double? announcedFloor)
    {
        _floors = floors;
        _firstRamp = floors.Length == 1 ? 3 : 1; // one class alone takes a middle tone
        Legend = [.. Entries(values, announcedFloor)];
    }

    /// <summary>Zero first, then the ramp, masked and no data; a class without territory is only listed when its breaks were given.</summary>
    public IReadOnlyList<MapClass> Legend { get; }

    public static ChoroplethClasses Quantiles(IReadOnlyCollection<MapValue> values, int classes = RampLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, RampLength);
        var positive = values.Where(v => v.Number > 0).Select(v => v.Number!.Value).Order().ToArray();
        var floors = Enumerable.Range(0, positive.Length == 0 ? 0 : classes).Select(k => positive[(int)((long)k * positive.Length / classes)]).Distinct().ToArray();
        return new ChoroplethClasses(floors, values, null);
    }

    /// <param name="floors">Smallest value of each class after the first, increasing, at most three; the first class starts above zero.</param>
    public static ChoroplethClasses Given(IReadOnlyCollection<MapValue> values, params IReadOnlyList<double> floors)
    {
        if (floors.Count is 0 or > RampLength - 1) throw new ArgumentException("One to three breaks make two to four classes.", nameof(floors));
        if (floors[0] <= 0 || floors.Zip(floors.Skip(1)).Any(pair => !(pair.First < pair.Second))) throw new ArgumentException("Breaks are positive and increasing.", nameof(floors));
        return new ChoroplethClasses([double.Epsilon, .. floors], values, 0);
    }

    /// <summary>The entry of <see cref="Legend"/> that a value of the map belongs to.</summary>
    public MapClass Of(MapValue value) => Legend.First(entry => entry.Kind == KindOf(value) && entry.Ramp == RampOf(value));

    private static MapClassKind KindOf(MapValue value) => value switch
    {
        { IsMasked: true } => MapClassKind.Masked,
        { Number: null } => MapClassKind.NoData,
        { Number: 0 } => MapClassKind.Zero,
        _ => MapClassKind.Ramp,
    };

    // Two classes take tones 1 and 4, three take 1, 2 and 4: the ends of the ramp are told apart best.
    private int RampOf(MapValue value)
    {
        if (value.Number is not > 0) return 0;
        var rank = Math.Max(Array.FindLastIndex(_floors, floor => floor <= value.Number), 0);
        return ToneOf(rank);
    }

    private int ToneOf(int rank) => _floors.Length > 1 && rank == _floors.Length - 1 ? RampLength : _firstRamp + rank;

    private IEnumerable<MapClass> Entries(IReadOnlyCollection<MapValue> values, double? announcedFloor)
    {
        int Count(MapClassKind kind) => values.Count(v => KindOf(v) == kind);
        if (Count(MapClassKind.Zero) is > 0 and var zeros) yield return new(MapClassKind.Zero, 0, 0, 0, true, zeros);
        var areCounts = values.All(v => v.Number is not { } n || n == Math.Floor(n)) && _floors.All(f => f == double.Epsilon || f == Math.Floor(f));
        for (var rank = 0; rank < _floors.Length; rank++)
        {
            var tone = ToneOf(rank);
            var from = rank == 0 && announcedFloor is { } floor ? (areCounts ? 1 : floor) : _floors[rank];
            var isLast = rank == _floors.Length - 1;
            double? to = isLast ? null : areCounts ? _floors[rank + 1] - 1 : _floors[rank + 1];
            yield return new(MapClassKind.Ramp, tone, from, to, areCounts && !isLast, values.Count(v => RampOf(v) == tone));
        }
        if (Count(MapClassKind.Masked) is > 0 and var masked) yield return new(MapClassKind.Masked, 0, 0, 0, true, masked);
        if (Count(MapClassKind.NoData) is > 0 and var unknown) yield return new(MapClassKind.NoData, 0, 0, 0, true, unknown);
    }
}
