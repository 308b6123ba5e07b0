namespace Trame.Engines.FairBudget;

/// <summary>One exact search for a price: clear cases are sorted by rounded numbers and checked afterwards, the others one by one by exact numbers.</summary>
internal sealed class ExactPrice
{
    private readonly List<(int Type, long Weight)> _clearlyPoor = [];
    private readonly List<(int Type, long Score)> _clearlyRich = [];
    private readonly List<(int Type, long Score)> _unclear = [];
    private readonly Purses _purses;
    private readonly VoterTypes _types;
    private readonly int _project;
    private readonly int _sure; // so many of the clearly poor were seen at once

    public ExactPrice(VoterTypes types, Purses purses, int project, double about, double doubt)
    {
        (_types, _purses, _project) = (types, purses, project);
        for (var e = types.Start[project]; e < types.Start[project + 1]; e++)
        {
            var (type, score) = (types.Supporter[e], types.Score[e]);
            var (has, asked) = (purses.Left[type], about * score);
            var slack = purses.Error[type] + (doubt * asked);
            if (has + slack < asked) _clearlyPoor.Add((type, types.Weight[type]));
            else if (has - slack > asked) _clearlyRich.Add((type, (long)score));
            else _unclear.Add((type, (long)score));
        }

        _sure = _clearlyPoor.Count;
    }

    /// <summary>Who gives all they have, once the price is found.</summary>
    public IEnumerable<int> Poor => _clearlyPoor.Select(p => p.Type);

    /// <summary>The price, if the clear cases are what they seem.</summary>
    public Rational Find()
    {
        var missing = _types.Election.Costs[_project] - _purses.Exact.Sum(_clearlyPoor);
        var scores = _clearlyRich.Concat(_unclear).Sum(r => _types.Weight[r.Type] * r.Score);
        if (scores == 0) return -1; // nobody left to pay: the doubt was too narrow
        foreach (var (left, type, score) in _unclear.Select(u => (_purses.Exact.Left(u.Type), u.Type, u.Score)).OrderBy(u => u.Item1 / u.Score))
        {
            var voters = _types.Weight[type];
            // Who has exactly what is asked gives all they have too, as long as somebody else pays the rest.
            if (left * scores > missing * score || scores == voters * score) break;
            missing -= voters * left;
            scores -= voters * score;
            _clearlyPoor.Add((type, voters));
        }

        return missing / scores;
    }

    /// <summary>True when nobody who seemed clearly poor or rich is on the other side of this price.</summary>
    public bool Holds(Rational price)
    {
        var value = price.ToDouble();
        if (value < 0) return false;
        for (var i = 0; i < _sure; i++)
            if (_purses.Left[_clearlyPoor[i].Type] + _purses.Error[_clearlyPoor[i].Type] > value * ScoreOf(_clearlyPoor[i].Type) * (1 - 1e-12)) return false;
        foreach (var (type, score) in _clearlyRich)
            if (_purses.Left[type] - _purses.Error[type] < value * score * (1 + 1e-12)) return false;
        return true;
    }

    private long ScoreOf(int type) => _types.Scores(type)[_types.Projects(type).BinarySearch(_project)];
}
