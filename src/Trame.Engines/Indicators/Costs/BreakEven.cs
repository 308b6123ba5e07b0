namespace Trame.Engines.Indicators.Costs;

/// <summary>The value of one hypothesis at which the net is 0, the others at their median.</summary>
internal static class BreakEven
{
    private const int Parts = 400;

    public static (double? Value, bool IsWithin) Of(AmountModel model, IReadOnlyList<Hypothesis> hypotheses, int one)
    {
        var h = hypotheses[one];
        var (low, high) = h.Law == HypothesisLaw.Known ? (h.Mode, h.Mode) : (h.Low, h.High);
        double Net(double value) => model.At(hypotheses, one, value);
        if (low < high && Root(Net, low, high) is { } inside) return (inside, true);
        var reach = 1000 * Math.Max(Math.Abs(low), Math.Abs(high));
        for (var far = Math.Max(high - low, Math.Max(Math.Abs(low), Math.Abs(high)) / 10); far <= reach && far > 0; far *= 2)
        {
            var down = low >= 0 ? Math.Max(0, low - far) : low - far; // what is never negative stays so
            if ((down < low ? Root(Net, down, low) : null) is { } below) return (below, false);
            if (Root(Net, high, high + far) is { } above) return (above, false);
        }

        return (null, false);
    }

    private static double? Root(Func<double, double> net, double low, double high)
    {
        var (at, value) = (low, net(low));
        for (var part = 1; part <= Parts; part++)
        {
            var (next, then) = (low + ((high - low) * part / Parts), 0.0);
            then = net(next);
            if (value == 0) return at;
            if (Math.Sign(value) != Math.Sign(then)) return Bisect(net, at, next, Math.Sign(value));
            (at, value) = (next, then);
        }

        return null;
    }

    private static double Bisect(Func<double, double> net, double low, double high, int sign)
    {
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            if (Math.Sign(net(middle)) == sign) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
