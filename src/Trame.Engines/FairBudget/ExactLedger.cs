namespace Trame.Engines.FairBudget;

/// <summary>What was bought and who was emptied, from which any balance follows exactly, computed only where a rounded number cannot decide.</summary>
/// <remarks>A voter who is not empty has the endowment less every price paid, each price times a whole score. A price is (cost - what those who gave everything had)
/// / (scores of the others): prices form a triangular system with whole coefficients, solved on demand, one fraction per purchase.</remarks>
internal sealed class ExactLedger(VoterTypes types)
{
    private const int Never = int.MaxValue;

    private readonly int[] _boughtAt = new int[types.Total.Length];
    private readonly int[] _emptiedAt = new int[types.Count];
    private readonly Rational?[] _price = new Rational?[types.Total.Length];
    private int _purchases;

    public Rational Endowment { get; private set; }

    public void Open(Rational endowment)
    {
        (Endowment, _purchases) = (endowment, 0);
        Array.Fill(_boughtAt, Never);
        Array.Fill(_emptiedAt, Never);
        Array.Clear(_price);
    }

    /// <summary>The project is bought now; its price follows from who is emptied by it.</summary>
    public void Buy(int project) => _boughtAt[project] = _purchases++;

    /// <summary>The latest purchase took all that these voters had.</summary>
    public void Empty(int type) => _emptiedAt[type] = Math.Min(_emptiedAt[type], _purchases - 1);

    /// <summary>What one voter of this type has now.</summary>
    public Rational Left(int type) => Sum([(type, 1)]);

    /// <summary>What these voters have now, added up with their weights.</summary>
    public Rational Sum(IEnumerable<(int Type, long Weight)> some) => Before(Never, some);

    /// <summary>What one point of score paid for a project that was bought.</summary>
    private Rational Price(int project)
    {
        if (_price[project] is { } known) return known;
        var (round, full) = (_boughtAt[project], 0L);
        var gaveAll = new List<(int, long)>();
        for (var e = types.Start[project]; e < types.Start[project + 1]; e++)
        {
            var type = types.Supporter[e];
            if (_emptiedAt[type] == round) gaveAll.Add((type, types.Weight[type]));
            else if (_emptiedAt[type] > round) full += types.Weight[type] * (long)types.Score[e];
        }

        var price = (types.Election.Costs[project] - Before(round, gaveAll)) / full;
        _price[project] = price;
        return price;
    }

    private Rational Before(int round, IEnumerable<(int Type, long Weight)> some)
    {
        var people = 0L;
        var paid = new long[_boughtAt.Length]; // how many points of score paid each price
        foreach (var (type, weight) in some)
        {
            if (_emptiedAt[type] < round) continue;
            people += weight;
            var projects = types.Projects(type);
            var scores = types.Scores(type);
            for (var i = 0; i < projects.Length; i++) if (_boughtAt[projects[i]] < round) paid[projects[i]] += weight * scores[i];
        }

        Rational sum = people * Endowment;
        for (var project = 0; project < paid.Length; project++) if (paid[project] > 0) sum -= paid[project] * Price(project);
        return sum;
    }
}
