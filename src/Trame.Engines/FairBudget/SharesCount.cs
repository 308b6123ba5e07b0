using System.Runtime.CompilerServices;

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
    private readonly int[] _supported; // in tie order
    private readonly PriorityQueue<int, double> _running = new(); // by a lower bound on ρ
    private readonly List<(int Project, double Low)> _found = []; // in this round, at most the best ρ when found
    private readonly List<(int Project, double Low)> _later = [];
    private readonly List<int> _equal = [];

    public SharesCount(VoterTypes types, TieOrder ties)
    {
        (_types, _ties, Purses) = (types, ties, new(types));
        _finder = new(types, Purses);
        _price = new PriceFinder.Price[types.Total.Length];
        _supported = [.. Enumerable.Range(0, types.Total.Length).Where(p => types.Total[p] > 0).OrderBy(ties.Rank)];
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
        foreach (var project in _supported)
        {
            var cost = (double)_types.Election.Costs[project];
            if (cost == 0)
            {
                var gift = new SharesPurchase(project, default, double.NegativeInfinity, double.PositiveInfinity, false);
                OnPurchase?.Invoke(gift, _ => (0, false));
                trace.Add(gift, 0);
                continue;
            }

            _price[project] = new(cost / _types.Total[project] * (1 - (4 * Purses.Rounding)), 0, PriceFinder.Found.Above);
            _running.Enqueue(project, _price[project].Low / _types.Worth(project) * (1 - (4 * Purses.Rounding)));
        }
    }

    /// <summary>The project to buy now, or null when none can be afforded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SharesPurchase? Next()
    {
        var best = double.PositiveInfinity; // upper bound on the least ρ
        _found.Clear();
        _later.Clear();
        while (_running.TryPeek(out var project, out var low) && low <= best)
        {
            _running.Dequeue();
            var worth = _types.Worth(project);
            var price = _price[project] = _finder.Find(project, _price[project].Low, best * worth);
            if (price.State == PriceFinder.Found.Unaffordable) continue;
            low = Math.Max(low, price.Low / worth * (1 - (2 * Purses.Rounding)));
            (price.State == PriceFinder.Found.Above ? _later : _found).Add((project, low));
            if (price.State != PriceFinder.Found.Above) best = Math.Min(best, price.High / worth * (1 + (2 * Purses.Rounding)));
        }

        Return(_later);
        return _found.Count == 0 ? null : Choose(best);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SharesPurchase Choose(double best)
    {
        _equal.Clear();
        foreach (var (project, low) in _found) if (low <= best) _equal.Add(project);
        var winner = _equal.Count == 1 ? _equal[0] : Least();
        _later.Clear(); // those that lose a flat tie
        foreach (var (project, low) in _found)
        {
            var loses = project != winner && low <= best && _price[winner].State == PriceFinder.Found.Flat && _price[project].State == PriceFinder.Found.Flat;
            if (loses) _later.Add((project, low));
            else if (project != winner) _running.Enqueue(project, low);
        }

        var runnerUp = _running.TryPeek(out _, out var next) ? next : double.PositiveInfinity;
        Return(_later);
        return new(winner, _price[winner], best, runnerUp, _later.Count > 0);
    }

    private void Return(List<(int Project, double Low)> some)
    {
        foreach (var (project, low) in some) _running.Enqueue(project, low);
    }

    /// <summary>Among those that rounded numbers cannot tell apart.</summary>
    private int Least() => _equal.Select(p => (Project: p, Rho: Exactly(p))).OrderBy(p => p.Rho).ThenBy(p => _ties.Rank(p.Project)).First().Project;

    private Rational Exactly(int project)
    {
        Rational price = _price[project].State == PriceFinder.Found.Flat ? new(_types.Election.Costs[project], _types.Total[project]) : _finder.Exact(project, _price[project].Value);
        return _types.Utility == Utility.Cost ? price / _types.Election.Costs[project] : price;
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

        if (OnPurchase is not null) OnPurchase(purchase, Gives(project, price.Value, emptied));
        Purses.Exact.Buy(project);
        Purses.Pay(project, price.Value, price.Error, emptied);
    }

    private Func<int, (double Paid, bool All)> Gives(int project, double price, HashSet<int>? emptied)
    {
        var scores = Enumerable.Range(_types.Start[project], _types.Start[project + 1] - _types.Start[project]).ToDictionary(e => _types.Supporter[e], e => _types.Score[e]);
        return type => emptied?.Contains(type) ?? Purses.Left[type] < price * scores[type] ? (Purses.Left[type], true) : (price * scores[type], false);
    }
}
