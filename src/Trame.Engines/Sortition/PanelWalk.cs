using System.Runtime.CompilerServices;

namespace Trame.Engines.Sortition;

/// <summary>Looks for a panel worth more than a given value by exchanging members: fast where many exact quotas leave branch and bound without a leaf, and no proof of anything.</summary>
/// <remarks>
/// A solution of the linear relaxation is rounded at random to the right number of seats, each fraction with its own chance; then a member of a quota that is over gives their seat to someone of a
/// quota that is under, the exchange that leaves the fewest seats wrong, worth deciding among the best, and neither of the two moves back for a while (tabu search, Glover 1989, ORSA Journal on Computing 1).
/// One exchange looks at O(people of a quota × quotas) numbers. Deterministic.
/// </remarks>
internal sealed class PanelWalk
{
    private const int Tries = 4;
    private const int Exchanges = 1500;
    private const int Looked = 6;
    private const int Settled = 6; // exchanges for which whoever moved stays where they are, at least
    private readonly int _kinds, _seats;
    private readonly int[] _most, _start, _rows, _min, _max, _count, _panel, _free;
    private readonly int[][] _in;
    private readonly double[] _less, _more, _swap;
    private readonly DrawStream _chance = new("trame panel walk");
    private double _weight = 1; // of worth beside a wrong seat
    private int _clock;

    public PanelWalk(TypedPool pool)
    {
        var rows = new PanelRows(pool);
        (_kinds, _seats) = (pool.Kinds.Count, pool.Seats);
        _most = [.. pool.Kinds.Select(k => k.Most)];
        _start = new int[_kinds + 1];
        for (var t = 0; t < _kinds; t++) _start[t + 1] = _start[t] + rows.Columns[t].Count;
        _rows = [.. rows.Columns.SelectMany(c => c.Select(e => e.Row))];
        (_min, _max) = ([.. rows.Lower.Skip(_kinds).Select(b => (int)b)], [.. rows.Upper.Skip(_kinds).Select(b => (int)b)]);
        _in = [.. Enumerable.Range(0, rows.Count).Select(r => Enumerable.Range(0, _kinds).Where(t => rows.Columns[t].Any(e => e.Row == r)).ToArray())];
        (_count, _panel, _free) = (new int[rows.Count], new int[_kinds], new int[_kinds]);
        (_less, _more, _swap) = (new double[rows.Count], new double[rows.Count], new double[rows.Count]);
    }

    /// <param name="worth">Of one member of each kind; the largest about 1.</param>
    /// <param name="relaxed">Counts of a solution of the linear relaxation.</param>
    /// <param name="above">The panel must be worth more than this.</param>
    /// <param name="stop">Ends the search.</param>
    /// <returns>Counts per kind of a valid panel, or null when none was met.</returns>
    public int[]? Find(ReadOnlySpan<double> worth, ReadOnlySpan<double> relaxed, double above, CancellationToken stop)
    {
        for (var attempt = 0; attempt < Tries && !stop.IsCancellationRequested; attempt++)
        {
            Round(relaxed);
            var (wrong, met) = (Wrong(), false);
            for (var exchange = 0; exchange < Exchanges; exchange++)
            {
                if (wrong == 0)
                {
                    if (Worth(worth) > above) return (int[])_panel.Clone();
                    met = true;
                    _weight = Math.Min(4, _weight * 1.05);
                }
                if (!Exchange(worth)) break;
                wrong = Wrong();
            }
            if (!met) _weight = Math.Max(0.05, _weight * 0.7);
        }
        return null;
    }

    /// <summary>Every fraction goes up with its own chance, and the seats come out right: the units that a comb of whole steps meets.</summary>
    private void Round(ReadOnlySpan<double> relaxed)
    {
        Array.Clear(_free);
        _clock = 0;
        var (comb, seated) = (_chance.Unit(), 0);
        var first = _chance.Below(_kinds);
        for (var i = 0; i < _kinds; i++)
        {
            var t = (first + i) % _kinds;
            var whole = (int)Math.Floor(relaxed[t] + 1e-9);
            comb += Math.Max(0, relaxed[t] - whole);
            if (comb >= 1) (comb, whole) = (comb - 1, whole + 1);
            seated += _panel[t] = Math.Min(whole, _most[t]);
        }
        for (; seated > _seats; seated--) _panel[Any(t => _panel[t] > 0)]--;
        for (; seated < _seats; seated++) _panel[Any(t => _panel[t] < _most[t])]++;
        Array.Clear(_count);
        for (var t = 0; t < _kinds; t++)
            if (_panel[t] > 0) Count(t, _panel[t]);
    }

    private int Any(Predicate<int> which)
    {
        var t = _chance.Below(_kinds);
        while (!which(t)) t = (t + 1) % _kinds;
        return t;
    }

    private void Count(int kind, int members)
    {
        for (var at = _start[kind]; at < _start[kind + 1]; at++) _count[_rows[at]] += members;
    }

    private int Wrong()
    {
        var wrong = 0;
        for (var r = 0; r < _count.Length; r++) wrong += Off(r, _count[r]);
        return wrong;
    }

    private int Off(int row, int count) => Math.Max(0, Math.Max(_min[row] - count, count - _max[row]));

    private double Worth(ReadOnlySpan<double> worth)
    {
        double sum = 0;
        for (var t = 0; t < _kinds; t++)
            if (_panel[t] > 0) sum += _panel[t] * worth[t];
        return sum;
    }

    private bool Exchange(ReadOnlySpan<double> worth)
    {
        for (var r = 0; r < _count.Length; r++) (_less[r], _more[r]) = (Off(r, _count[r] - 1) - Off(r, _count[r]), Off(r, _count[r] + 1) - Off(r, _count[r]));
        var (over, under) = (Row(r => _count[r] > _max[r]), Row(r => _count[r] < _min[r]));
        int from = -1, to = -1;
        var least = double.PositiveInfinity;
        var (leaving, entering) = (over >= 0 ? _in[over] : _in[0], under >= 0 ? _in[under] : _in[0]);
        var place = _chance.Below(leaving.Length);
        for (int seen = 0, looked = 0; seen < leaving.Length && looked < Looked; seen++)
        {
            var t = leaving[(place + seen) % leaving.Length];
            if (_panel[t] == 0 || _free[t] > _clock) continue;
            looked++;
            var (other, cost) = Partner(t, entering, worth);
            if (cost < least) (from, to, least) = (t, other, cost);
        }
        if (from < 0) return _free.Any(until => until > _clock++); // everyone who could move has just moved: in a while
        Move(from, -1);
        Move(to, 1);
        _clock++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Kind, double Cost) Partner(int leaving, int[] entering, ReadOnlySpan<double> worth)
    {
        _more.CopyTo(_swap, 0);
        var gone = _weight * worth[leaving];
        for (var at = _start[leaving]; at < _start[leaving + 1]; at++)
        {
            var r = _rows[at];
            gone += _less[r];
            _swap[r] = -_less[r]; // who comes in the same quota leaves it as it was
        }
        var (best, least) = (-1, double.PositiveInfinity);
        foreach (var t in entering)
        {
            if (_panel[t] >= _most[t] || _free[t] > _clock || t == leaving) continue;
            var cost = gone - _weight * worth[t];
            for (var at = _start[t]; at < _start[t + 1]; at++) cost += _swap[_rows[at]];
            if (cost < least) (best, least) = (t, cost);
        }
        return (best, least);
    }

    private void Move(int kind, int members)
    {
        _panel[kind] += members;
        _free[kind] = _clock + Settled + _chance.Below(Settled);
        Count(kind, members);
    }

    /// <summary>One of the quotas that are wrong on that side, or -1.</summary>
    private int Row(Predicate<int> which)
    {
        var first = _chance.Below(_count.Length);
        for (var i = 0; i < _count.Length; i++)
            if (which((first + i) % _count.Length)) return (first + i) % _count.Length;
        return -1;
    }
}
