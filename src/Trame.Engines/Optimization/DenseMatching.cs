using System.Numerics;

namespace Trame.Engines.Optimization;

/// <summary>Assignment of a shorter side to a longer one, all pairs allowed: see <see cref="Assignment"/>.</summary>
internal sealed class DenseMatching<T>(int few, int many, T[] costs) where T : struct, INumber<T>
{
    private readonly T[] _distance = new T[many];
    private readonly int[] _from = new int[many], _order = new int[many];

    public int[] Partner { get; } = Filled(few);
    public int[] Owner { get; } = Filled(many);
    public T[] FewDuals { get; } = new T[few];
    public T[] ManyDuals { get; } = new T[many];

    public SolveStatus Run(CancellationToken stop)
    {
        var waiting = Reduce();
        foreach (var row in waiting)
        {
            if (stop.IsCancellationRequested) return SolveStatus.Cancelled;
            Augment(row);
        }
        for (var i = 0; i < few; i++) FewDuals[i] = costs[i * many + Partner[i]] - ManyDuals[Partner[i]];
        return SolveStatus.Optimal;
    }

    private static int[] Filled(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }

    /// <summary>Each row takes its best column and lowers its price to that of its second best, turning out whoever was there (augmenting row reduction).</summary>
    private List<int> Reduce()
    {
        unchecked
        {
            var waiting = Enumerable.Range(0, few).ToList();
            for (var pass = 0; pass < 2 && waiting.Count > 0; pass++)
            {
                var turnedOut = new List<int>();
                var patience = 10L * few;
                for (var k = 0; k < waiting.Count;)
                {
                    var i = waiting[k++];
                    var (best, second, least, next) = TwoBest(i);
                    if (next > least) ManyDuals[best] -= next - least;
                    else if (Owner[best] >= 0 && second >= 0) best = Owner[second] < 0 ? second : best;
                    var previous = Owner[best];
                    (Owner[best], Partner[i]) = (i, best);
                    if (previous < 0) continue;
                    Partner[previous] = -1;
                    if (next > least && patience-- > 0) waiting[--k] = previous;
                    else turnedOut.Add(previous);
                }
                waiting = turnedOut;
            }
            return waiting;
        }
    }

    private (int Best, int Second, T Least, T Next) TwoBest(int i)
    {
        unchecked
        {
            var row = costs.AsSpan(i * many, many);
            var (best, second, least, next) = (0, -1, row[0] - ManyDuals[0], row[0] - ManyDuals[0]);
            for (var j = 1; j < row.Length; j++)
            {
                var value = row[j] - ManyDuals[j];
                if (second >= 0 && value >= next) continue;
                if (value >= least) (second, next) = (j, value);
                else (best, second, least, next) = (j, best, value, least);
            }
            return (best, second, least, next);
        }
    }

    /// <summary>The shortest path of exchanges from a waiting row to a free column; columns with the least distance come first in <c>_order</c>.</summary>
    private void Augment(int start)
    {
        unchecked
        {
            for (var j = 0; j < many; j++)
            {
                _distance[j] = costs[start * many + j] - ManyDuals[j];
                (_from[j], _order[j]) = (start, j);
            }
            var (ready, low, high, end, least) = (0, 0, 0, -1, T.Zero);
            while (end < 0)
            {
                if (low == high)
                {
                    (ready, least) = (low, _distance[_order[low]]);
                    high = Nearest(low, ref least);
                    for (var k = low; k < high && end < 0; k++) if (Owner[_order[k]] < 0) end = _order[k];
                    if (end >= 0) break;
                }
                end = Scan(_order[low++], least, low, ref high);
            }
            for (var k = 0; k < ready; k++) ManyDuals[_order[k]] += _distance[_order[k]] - least;
            for (var j = end; ;)
            {
                var i = _from[j];
                Owner[j] = i;
                (j, Partner[i]) = (Partner[i], j);
                if (i == start) return;
            }
        }
    }

    /// <summary>Brings the columns at the least distance to the front of those not yet reached.</summary>
    private int Nearest(int low, ref T least)
    {
        unchecked
        {
            var high = low + 1;
            for (var k = low + 1; k < many; k++)
            {
                var j = _order[k];
                if (_distance[j] > least) continue;
                if (_distance[j] < least) (high, least) = (low, _distance[j]);
                (_order[k], _order[high]) = (_order[high], j);
                high++;
            }
            return high;
        }
    }

    private int Scan(int column, T least, int low, ref int high)
    {
        unchecked
        {
            var i = Owner[column];
            var row = costs.AsSpan(i * many, many);
            var shift = row[column] - ManyDuals[column] - least;
            for (var k = high; k < many; k++)
            {
                var j = _order[k];
                var distance = row[j] - ManyDuals[j] - shift;
                if (distance >= _distance[j]) continue;
                (_distance[j], _from[j]) = (distance, i);
                if (distance > least) continue;
                if (Owner[j] < 0) return j;
                (_order[k], _order[high]) = (_order[high], j);
                high++;
            }
            return -1;
        }
    }
}
