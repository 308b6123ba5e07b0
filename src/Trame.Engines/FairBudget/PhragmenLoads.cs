using System.Numerics;

namespace Trame.Engines.FairBudget;

/// <summary>The loads of voters: each is the level of the last purchase they shared in, so that one fraction per purchase holds them all, exactly.</summary>
internal sealed class PhragmenLoads
{
    private readonly VoterTypes _types;
    private readonly int[] _last; // purchase that set each type's load, or 0 for none
    private readonly List<Rational> _levels = [0];
    private readonly List<double> _rounded = [0];
    private readonly double[] _low; // lower bound on the load each project would bring; loads only rise

    public PhragmenLoads(VoterTypes types)
    {
        (_types, _last) = (types, new int[types.Count]);
        _low = [.. types.Total.Select((t, p) => t == 0 ? double.PositiveInfinity : types.Election.Costs[p] / (double)t * (1 - 1e-15))];
    }

    public long Supporters(int project) => _types.Total[project];

    /// <summary>The projects that would bring the least load, all of them.</summary>
    public List<int> Least(List<int> running)
    {
        var (best, fresh) = (double.PositiveInfinity, new Dictionary<int, double>());
        while (running.Where(p => !fresh.ContainsKey(p) && _low[p] <= best).DefaultIfEmpty(-1).MinBy(p => p < 0 ? 0 : _low[p]) is var project and >= 0)
        {
            var (load, error) = Rounded(project);
            fresh[project] = load;
            _low[project] = load - error;
            best = Math.Min(best, load + error);
        }

        var close = fresh.Keys.Where(p => _low[p] <= best).ToList();
        if (close.Count < 2) return close;
        var exact = close.Select(Exact).ToList();
        var least = exact.Min();
        return [.. close.Where((_, i) => exact[i].Equals(least))];
    }

    /// <summary>What each supporter has paid on average since their last purchase: cost / supporters, in money.</summary>
    public double Price(int project) => (double)_types.Election.Money(_types.Election.Costs[project]) / Supporters(project);

    public void Buy(int project)
    {
        var level = Exact(project);
        _levels.Add(level);
        _rounded.Add(level.ToDouble());
        for (var e = _types.Start[project]; e < _types.Start[project + 1]; e++) _last[_types.Supporter[e]] = _levels.Count - 1;
    }

    /// <summary>The fewest further supporters, without any load, that would bring a project's load strictly below another's; null when none would.</summary>
    public long? VotesToPrecede(int project, int other)
    {
        var limit = Exact(other);
        if (limit.Numerator.IsZero) return null;
        var needed = Sum(project) / limit;
        return (long)BigInteger.Max(1, BigInteger.Divide(needed.Numerator, needed.Denominator) + 1 - Supporters(project));
    }

    private Rational Exact(int project) => Sum(project) / Supporters(project);

    /// <summary>Loads of the supporters and the cost.</summary>
    private Rational Sum(int project)
    {
        var at = new long[_levels.Count];
        for (var e = _types.Start[project]; e < _types.Start[project + 1]; e++) at[_last[_types.Supporter[e]]] += _types.Weight[_types.Supporter[e]];
        Rational sum = _types.Election.Costs[project];
        for (var i = 1; i < at.Length; i++) if (at[i] > 0) sum += at[i] * _levels[i];
        return sum;
    }

    // Every term is positive and right to a few roundings, so the sum is right to as many roundings as it has terms.
    private (double Load, double Error) Rounded(int project)
    {
        double sum = _types.Election.Costs[project];
        for (var e = _types.Start[project]; e < _types.Start[project + 1]; e++) sum += _types.SupporterWeight[e] * _rounded[_last[_types.Supporter[e]]];
        var load = sum / Supporters(project);
        return (load, load * Purses.Rounding * (_types.Start[project + 1] - _types.Start[project] + 8));
    }
}
