namespace Trame.Engines.FairBudget;

/// <summary>One count of equal shares for one endowment; used again for the next endowment without new memory.</summary>
/// <remarks>Each round buys the project with the least ρ = price / worth. ρ never falls from round to round, so its last value is a lower bound: projects are looked at
/// in the order of their bounds, until the next bound is above the best ρ. Exact numbers decide between those that rounded numbers cannot tell apart.</remarks>
internal sealed class SharesCount
{
    private readonly VoterTypes _types;
    private readonly TieOrder _ties;
    private readonly PriceFinder _finder;
    private readonly PriceFinder.Price[] _price;
    private readonly double[] _low; // lower bound on ρ
    private readonly bool[] _fresh; // found in this round
    private readonly List<int> _running = [];
    private readonly List<int> _equal = [];

    public SharesCount(VoterTypes types, TieOrder ties)
    {
        (_types, _ties, Purses) = (types, ties, new(types));
        _finder = new(types, Purses);
        (_price, _low, _fresh) = (new PriceFinder.Price[types.Total.Length], new double[types.Total.Length], new bool[types.Total.Length]);
    }

    public Purses Purses { get; }

    /// <summary>Called when everybody has the endowment, before the first purchase.</summary>
    public Action? OnOpen { get; set; }

    /// <summary>Called with each purchase just before it is paid, with what one voter of a type pays and whether that is all they have.</summary>
    public Action<SharesPurchase, Func<int, (double Paid, bool All)>>? OnPurchase { get; set; }

    /// <summary>The price of a project with what voters have now.</summary>
    public double PriceNow(int project) => _finder.Find(project, 0, double.PositiveInfinity).Value;

    /// <param name="endowment">Of each voter, in smallest units.</param>
    /// <param name="limit">The count stops as soon as it has spent more.</param>
    /// <param name="stop">Ends the count with an exception.</param>
    public SharesTrace Run(Rational endowment, long limit, CancellationToken stop)
    {
        Purses.Open(endowment);
        OnOpen?.Invoke();
        var trace = new SharesTrace(endowment);
        Enter(trace);
        while (trace.Cost <= limit && Next() is { } purchase)
        {
            stop.ThrowIfCancellationRequested();
            Pay(purchase);
            trace.Add(purchase, _types.Election.Costs[purchase.Project]);
        }

        return trace;
    }

    /// <summary>Everything that somebody supports runs; what costs nothing is taken at once.</summary>
    private void Enter(SharesTrace trace)
    {
        _running.Clear();
        foreach (var project in Enumerable.Range(0, _low.Length).Where(p => _types.Total[p] > 0).OrderBy(_ties.Rank))
        {
            var cost = (double)_types.Election.Costs[project];
            if (cost == 0)
            {
                var gift = new SharesPurchase(project, default, double.NegativeInfinity, double.PositiveInfinity, false);
                OnPurchase?.Invoke(gift, _ => (0, false));
                trace.Add(gift, 0);
                continue;
            }

            _running.Add(project);
            _price[project] = new(cost / _types.Total[project] * (1 - (4 * Purses.Rounding)), 0, PriceFinder.Found.Above);
            _low[project] = _price[project].Low / _types.Worth(project) * (1 - (4 * Purses.Rounding));
        }
    }

    /// <summary>The project to buy now, or null when none can be afforded.</summary>
    private SharesPurchase? Next()
    {
        var best = double.PositiveInfinity; // upper bound on the least ρ
        foreach (var project in _running) _fresh[project] = false;
        while (Lowest() is var project and >= 0 && _low[project] <= best)
        {
            var worth = _types.Worth(project);
            var price = _price[project] = _finder.Find(project, _price[project].Value, best * worth);
            _fresh[project] = price.State != PriceFinder.Found.Above;
            if (price.State == PriceFinder.Found.Unaffordable)
            {
                _running.Remove(project);
                continue;
            }

            _low[project] = Math.Max(_low[project], price.Low / worth * (1 - (2 * Purses.Rounding)));
            if (_fresh[project]) best = Math.Min(best, price.High / worth * (1 + (2 * Purses.Rounding)));
        }

        _equal.Clear();
        foreach (var project in _running) if (_fresh[project] && _low[project] <= best) _equal.Add(project);
        return _equal.Count == 0 ? null : Choose(best);
    }

    private SharesPurchase Choose(double best)
    {
        var winner = _equal.Count == 1 ? _equal[0] : Least();
        _running.Remove(winner);
        var (runnerUp, tied) = (double.PositiveInfinity, false);
        foreach (var project in _running)
        {
            var loses = _equal.Contains(project) && _price[winner].State == PriceFinder.Found.Flat && _price[project].State == PriceFinder.Found.Flat;
            tied |= loses;
            if (!loses) runnerUp = Math.Min(runnerUp, _low[project]);
        }

        return new(winner, _price[winner], best, runnerUp, tied);
    }

    /// <summary>Among those that rounded numbers cannot tell apart.</summary>
    private int Least() => _equal.Select(p => (Project: p, Rho: Exactly(p))).OrderBy(p => p.Rho).ThenBy(p => _ties.Rank(p.Project)).First().Project;

    private Rational Exactly(int project)
    {
        Rational price = _price[project].State == PriceFinder.Found.Flat ? new(_types.Election.Costs[project], _types.Total[project]) : _finder.Exact(project, _price[project].Value);
        return _types.Utility == Utility.Cost ? price / _types.Election.Costs[project] : price;
    }

    private int Lowest()
    {
        var (lowest, value) = (-1, double.PositiveInfinity);
        foreach (var project in _running) if (!_fresh[project] && _low[project] < value) (lowest, value) = (project, _low[project]);
        return lowest;
    }

    private void Pay(SharesPurchase purchase)
    {
        var (project, price) = (purchase.Project, purchase.Price);
        HashSet<int>? emptied = null;
        if (price.State == PriceFinder.Found.Exact)
        {
            var poor = new List<int>();
            _finder.Exact(project, price.Value, poor);
            emptied = [.. poor];
        }

        if (OnPurchase is not null)
        {
            var scores = Enumerable.Range(_types.Start[project], _types.Start[project + 1] - _types.Start[project]).ToDictionary(e => _types.Supporter[e], e => _types.Score[e]);
            OnPurchase(purchase, type => GivesAll(type, scores[type]) ? (Purses.Left[type], true) : (price.Value * scores[type], false));
        }

        Purses.Exact.Buy(project);
        for (var e = _types.Start[project]; e < _types.Start[project + 1]; e++)
        {
            var (type, score) = (_types.Supporter[e], _types.Score[e]);
            if (GivesAll(type, score)) Purses.Empty(type);
            else Purses.Take(type, price.Value * score, price.Error * score);
        }

        bool GivesAll(int type, double score) => emptied?.Contains(type) ?? Purses.Left[type] < price.Value * score;
    }
}
