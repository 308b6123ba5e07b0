namespace Trame.Engines.FairBudget;

/// <summary>Keeps the accounts of each project while equal shares, or its variant with bounded overspending, is counted.</summary>
internal sealed class SharesAccounts
{
    private readonly VoterTypes _types;
    private readonly Purses _purses;
    private readonly Func<int, double> _priceNow;
    private readonly ProjectAccount[] _accounts;
    private readonly double[] _behind; // what the supporters of each project have left
    private readonly double[] _loses; // in the purchase under way
    private readonly double _endowment;
    private int _round;

    /// <param name="types">The voters.</param>
    /// <param name="purses">What they have, just opened.</param>
    /// <param name="priceNow">The price of a project at this moment; infinite when it is out of reach.</param>
    public SharesAccounts(VoterTypes types, Purses purses, Func<int, double> priceNow)
    {
        (_types, _purses, _priceNow) = (types, purses, priceNow);
        _endowment = purses.Exact.Endowment.ToDouble();
        var votes = types.Election.Votes();
        _accounts = [.. votes.Select((v, p) => new ProjectAccount { Project = p, Votes = v })];
        _behind = [.. Enumerable.Range(0, votes.Length).Select(p => _endowment * Supporters(p).Sum(s => types.Weight[s]))];
        _loses = new double[votes.Length];
        for (var p = 0; p < votes.Length; p++) if (_behind[p] < types.Election.Costs[p] * (1 - 1e-12)) _accounts[p] = _accounts[p] with { Round = 0, EffectiveVotes = 0 };
    }

    private double Units => _types.Election.UnitsPerMoney;

    /// <summary>A project is bought, and not yet paid.</summary>
    /// <param name="project">Index.</param>
    /// <param name="price">What is asked per point of score.</param>
    /// <param name="gives">What one voter of a type pays: the price times the score, or all they have, and then true.</param>
    public void Buy(int project, double price, Func<int, (double Paid, bool All)> gives)
    {
        _round++;
        var (whole, rest, nothing) = (0, 0, 0);
        Array.Clear(_loses);
        foreach (var type in Supporters(project))
        {
            var (paid, all) = gives(type);
            if (!all) whole += _types.Weight[type];
            else if (paid > 0) rest += _types.Weight[type];
            else nothing += _types.Weight[type];
            if (paid > 0) foreach (var other in _types.Projects(type)) _loses[other] += paid * _types.Weight[type];
        }

        var cost = (double)_types.Election.Costs[project];
        var effective = price > 0 ? cost / price : _accounts[project].Votes;
        _accounts[project] = _accounts[project] with { By = FundedBy.Rule, Round = _round, EffectiveVotes = effective, Price = price / Units, PaidPrice = whole, PaidTheRest = rest, HadNothing = nothing };
        Others(project);
    }

    private void Others(int bought)
    {
        for (var p = 0; p < _behind.Length; p++)
        {
            if (_loses[p] <= 0) continue;
            var outOfReach = _accounts[p].Round is null && _behind[p] - _loses[p] < _types.Election.Costs[p] * (1 - 1e-12);
            if (outOfReach) _accounts[p] = _accounts[p] with { Round = _round, OutOfReachBy = bought, EffectiveVotes = _types.Election.Costs[p] / _priceNow(p) };
            _behind[p] = Math.Max(0, _behind[p] - _loses[p]);
        }
    }

    /// <summary>The accounts at the end.</summary>
    /// <param name="missingVotes">Also tells how many further voters would have been enough; false where the rule makes that unknowable.</param>
    public ProjectAccount[] Close(bool missingVotes)
    {
        for (var p = 0; p < _accounts.Length; p++)
        {
            if (_accounts[p].By != FundedBy.Nothing) continue;
            var missing = Math.Max(0, _types.Election.Costs[p] - _behind[p]);
            _accounts[p] = _accounts[p] with
            {
                MoneyBehind = _behind[p] / Units,
                MissingMoney = missing / Units,
                MissingVotes = missingVotes && _endowment > 0 ? Math.Max(1, MissingVotes(p, missing / _endowment)) : null, // what is free lacks a first vote
            };
        }

        return _accounts;
    }

    /// <summary>How voters spread by the share of their endowment that they spent.</summary>
    public (int[] ByTenth, int Nothing) Spent()
    {
        var (tenths, nothing) = (new int[10], 0);
        for (var type = 0; type < _types.Count; type++)
        {
            var share = _endowment > 0 ? 1 - (_purses.Left[type] / _endowment) : 0;
            tenths[Math.Clamp((int)Math.Ceiling((share - 1e-12) * 10) - 1, 0, 9)] += _types.Weight[type];
            if (share < 1e-12) nothing += _types.Weight[type];
        }

        return (tenths, nothing);
    }

    private long MissingVotes(int project, double about)
    {
        if (Math.Abs(about - Math.Round(about)) > 1e-6) return (long)Math.Ceiling(about);
        var missing = _types.Election.Costs[project] - _purses.Exact.Sum([.. Supporters(project).ToArray().Select(t => (t, (long)_types.Weight[t]))]);
        var exact = missing / _purses.Exact.Endowment; // a whole number of endowments, give or take a rounding: decided exactly
        return (long)((exact.Numerator + exact.Denominator - 1) / exact.Denominator);
    }

    private ArraySegment<int> Supporters(int project) => new(_types.Supporter, _types.Start[project], _types.Start[project + 1] - _types.Start[project]);
}
