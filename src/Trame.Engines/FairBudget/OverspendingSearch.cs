namespace Trame.Engines.FairBudget;

/// <summary>Finds, for a project, the payment at which ρ/α is least.</summary>
internal sealed class OverspendingSearch(VoterTypes types, Purses purses)
{
    private readonly double[] _low = new double[types.Total.Length]; // lower bounds on ρ/α
    private readonly double _dust = 1e-11 * purses.Exact.Endowment.ToDouble();
    private double[] _limits = new double[16];
    private int[] _entries = new int[16];

    /// <param name="Project">Index.</param>
    /// <param name="Value">ρ/α.</param>
    /// <param name="Price">Asked per point of score, L/α.</param>
    public readonly record struct Offer(int Project, double Value, double Price);

    /// <summary>Offers that are certainly no worse than those of the projects left out.</summary>
    public List<Offer> Least(List<int> running)
    {
        var (offers, best) = (new List<Offer>(), double.PositiveInfinity);
        foreach (var project in running.OrderBy(p => _low[p]))
        {
            if (_low[project] > best * (1 + 1e-9)) break;
            var offer = Find(project);
            _low[project] = offer.Value;
            if (double.IsFinite(offer.Value)) offers.Add(offer);
            best = Math.Min(best, offer.Value);
        }

        return offers;
    }

    public double PriceNow(int project) => Find(project).Price;

    public void Pay(Offer offer, SharesAccounts accounts)
    {
        var scores = Enumerable.Range(types.Start[offer.Project], types.Start[offer.Project + 1] - types.Start[offer.Project]).ToDictionary(e => types.Supporter[e], e => types.Score[e]);
        accounts.Buy(offer.Project, offer.Price, type => GivesAll(type, offer.Price * scores[type]) ? (purses.Left[type], true) : (offer.Price * scores[type], false));
        purses.Exact.Buy(offer.Project);
        purses.Pay(offer.Project, offer.Price, 0, [.. scores.Where(s => GivesAll(s.Key, offer.Price * s.Value)).Select(s => s.Key)]);
    }

    // What is left of a purse by roundings alone is nothing: otherwise it would go on buying.
    private bool GivesAll(int type, double asked) => purses.Left[type] <= asked + _dust;

    private Offer Find(int project)
    {
        double cost = types.Election.Costs[project];
        if (cost == 0) return new(project, 0, 0);
        var (count, scores) = Sort(project);
        var (poor, best) = (0.0, new Offer(project, double.PositiveInfinity, double.PositiveInfinity));
        for (var i = 0; i < count; i++)
        {
            var (limit, e) = (_limits[i], _entries[i]);
            var gathered = poor + (limit * scores);
            var payment = gathered >= cost ? (cost - poor) / scores : limit;
            var share = Math.Min(1, gathered / cost);
            var value = payment / (share * share) / types.Worth(project);
            // Shares grow on the way: of two payments as good, the one that leaves less unpaid.
            if (value <= best.Value * (1 + BoundedOverspending.Tie)) best = new(project, Math.Min(value, best.Value), payment / share);
            if (gathered >= cost) break;
            poor += types.SupporterWeight[e] * purses.Left[types.Supporter[e]];
            scores -= types.SupporterWeight[e] * types.Score[e];
        }

        return best;
    }

    /// <summary>Supporters who have something, by what empties them per point of score; and the sum of their scores.</summary>
    private (int Count, double Scores) Sort(int project)
    {
        var size = types.Start[project + 1] - types.Start[project];
        if (size > _limits.Length) (_limits, _entries) = (new double[size * 2], new int[size * 2]);
        var (count, scores) = (0, 0.0);
        for (var e = types.Start[project]; e < types.Start[project + 1]; e++)
        {
            if (purses.Left[types.Supporter[e]] <= 0) continue;
            (_limits[count], _entries[count]) = (purses.Left[types.Supporter[e]] / types.Score[e], e);
            scores += types.SupporterWeight[e] * types.Score[e];
            count++;
        }

        Array.Sort(_limits, _entries, 0, count);
        return (count, scores);
    }
}
