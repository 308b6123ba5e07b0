namespace Trame.Engines.Mixing;

/// <summary>How many of each group in each unit (a moment, a neighbourhood): sums only, never persons.</summary>
/// <remarks>Immutable, thread-safe.</remarks>
public sealed class CountTable
{
    private readonly int[][] _counts;

    /// <param name="units">Counts of each group, unit by unit; every unit has the same groups in the same order.</param>
    /// <exception cref="ArgumentException">Units of different lengths, or a negative count.</exception>
    public CountTable(IEnumerable<IReadOnlyList<int>> units)
    {
        _counts = [.. units.Select(u => u.ToArray())];
        Groups = _counts.Length == 0 ? 0 : _counts[0].Length;
        if (_counts.Any(u => u.Length != Groups)) throw new ArgumentException("Every unit needs a count for each group.", nameof(units));
        if (_counts.Any(u => u.Any(c => c < 0))) throw new ArgumentException("A count of people is at least 0.", nameof(units));
        UnitTotals = [.. _counts.Select(u => u.Sum(c => (long)c))];
        GroupTotals = [.. Enumerable.Range(0, Groups).Select(g => _counts.Sum(u => (long)u[g]))];
        Total = UnitTotals.Sum();
    }

    /// <summary>How many units.</summary>
    public int Units => _counts.Length;

    /// <summary>How many groups.</summary>
    public int Groups { get; }

    /// <summary>Everyone in each unit.</summary>
    public IReadOnlyList<long> UnitTotals { get; }

    /// <summary>Everyone of each group.</summary>
    public IReadOnlyList<long> GroupTotals { get; }

    /// <summary>Everyone.</summary>
    public long Total { get; }

    /// <summary>Count of a group in a unit.</summary>
    public int this[int unit, int group] => _counts[unit][group];

    /// <summary>The counts of one unit, group by group.</summary>
    public IReadOnlyList<int> Unit(int unit) => _counts[unit];

    /// <summary>The same with these units only, in this order, repeated as often as they are named.</summary>
    public CountTable Only(IEnumerable<int> units) => new(units.Select(u => _counts[u]));
}
