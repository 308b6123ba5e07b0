namespace Trame.Engines.Indicators;

/// <summary>Takes one unit out of an order and puts it where it agrees with the most, until nothing is gained.</summary>
internal static class OrderMoves
{
    private const int Passes = 200;

    public static List<int> Improve(double[][] ahead, List<int> order, CancellationToken stop)
    {
        for (var pass = 0; pass < Passes; pass++)
        {
            stop.ThrowIfCancellationRequested();
            var gained = false;
            for (var from = 0; from < order.Count; from++)
            {
                var (to, gain) = BestPlace(ahead, order, from);
                if (gain <= 1e-12) continue;
                var unit = order[from];
                order.RemoveAt(from);
                order.Insert(to, unit);
                gained = true;
            }

            if (!gained) break;
        }

        return order;
    }

    private static (int To, double Gain) BestPlace(double[][] ahead, List<int> order, int from)
    {
        var (mine, best, at, sum) = (ahead[order[from]], 0.0, from, 0.0);
        for (var to = from - 1; to >= 0; to--)
        {
            sum += mine[order[to]];
            if (sum > best) (best, at) = (sum, to);
        }

        sum = 0;
        for (var to = from + 1; to < order.Count; to++)
        {
            sum -= mine[order[to]];
            if (sum > best) (best, at) = (sum, to);
        }

        return (at, best);
    }
}
