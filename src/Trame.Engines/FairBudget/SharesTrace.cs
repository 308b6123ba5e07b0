namespace Trame.Engines.FairBudget;

/// <summary>What one count of equal shares bought, in order, with what is needed to prove that other endowments buy the same.</summary>
internal sealed class SharesTrace(Rational endowment)
{
    private readonly List<SharesPurchase> _purchases = [];

    public Rational Endowment { get; } = endowment;

    public IReadOnlyList<SharesPurchase> Purchases => _purchases;

    public long Cost { get; private set; }

    public void Add(SharesPurchase purchase, long cost)
    {
        _purchases.Add(purchase);
        Cost += cost;
    }

    /// <summary>True when every endowment between this count's and a higher one's certainly buys the same projects in the same order.</summary>
    /// <remarks>While the same projects are bought in the same order, more endowment leaves every voter at least as much before each round, so every ρ is lower or equal.
    /// By induction over the rounds: if both ends buy p in round r, and p's ρ at the low end is less than every other project's ρ at the high end, then for every
    /// endowment between, p's ρ is at most the former and the others' at least the latter: p is bought. What nobody can afford at the high end cannot be
    /// afforded below. A tie between flat prices stays a tie, decided by the same order.</remarks>
    public bool BuysTheSameUpTo(SharesTrace higher)
    {
        if (_purchases.Count != higher._purchases.Count) return false;
        for (var round = 0; round < _purchases.Count; round++)
        {
            var (low, high) = (_purchases[round], higher._purchases[round]);
            if (low.Project != high.Project || low.High >= high.RunnerUp) return false;
            if (high.FlatTie && low.Price.State != PriceFinder.Found.Flat) return false;
        }

        return true;
    }
}
