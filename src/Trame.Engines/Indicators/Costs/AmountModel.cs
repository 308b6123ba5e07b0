namespace Trame.Engines.Indicators.Costs;

/// <summary>The lines of an estimate over numbered hypotheses.</summary>
internal sealed class AmountModel
{
    private const double MostYears = 200;

    private readonly (bool IsCost, int[] Factors, int Years, int Discount)[] _lines;

    public AmountModel(IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<AmountLine> lines)
    {
        ArgumentNullException.ThrowIfNull(hypotheses);
        ArgumentNullException.ThrowIfNull(lines);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var h in hypotheses)
        {
            HypothesisDraw.Check(h);
            if (!numbers.TryAdd(h.Key, numbers.Count)) throw new ArgumentException($"the hypothesis {h.Key} is said twice.", nameof(hypotheses));
        }

        int Number(string key) => numbers.TryGetValue(key, out var number) ? number : throw new ArgumentException($"the hypothesis {key} is nowhere.", nameof(lines));
        if (lines.Count == 0 || lines.Any(l => l.Factors.Count == 0 || (l.Discount is not null && l.Years is null))) throw new ArgumentException("a line has at least one factor, and a discount only with years.", nameof(lines));
        _lines = [.. lines.Select(l => (l.IsCost, (int[])[.. l.Factors.Select(Number)], l.Years is null ? -1 : Number(l.Years), l.Discount is null ? -1 : Number(l.Discount)))];
        var used = _lines.SelectMany(l => (int[])[.. l.Factors, l.Years, l.Discount]).ToHashSet();
        if (hypotheses.Where((_, i) => !used.Contains(i)).FirstOrDefault() is { } idle) throw new ArgumentException($"the hypothesis {idle.Key} is used nowhere.", nameof(hypotheses));
        foreach (var (_, _, years, discount) in _lines)
        {
            if (years >= 0 && !(hypotheses[years].Low >= 0 && hypotheses[years].High <= MostYears)) throw new ArgumentException($"{hypotheses[years].Key}: from 0 to {MostYears} years.", nameof(hypotheses));
            if (discount >= 0 && !(hypotheses[discount].Low > -0.5 && hypotheses[discount].High <= 10)) throw new ArgumentException($"{hypotheses[discount].Key}: a discount is a share, 0.03 for instance.", nameof(hypotheses));
        }
    }

    public (double Net, double Avoided, double Spent) Amounts(double[] values)
    {
        var (avoided, spent) = (0.0, 0.0);
        foreach (var (isCost, factors, years, discount) in _lines)
        {
            var amount = years < 0 ? 1 : Annuity(values[years], discount < 0 ? 0 : values[discount]);
            foreach (var factor in factors) amount *= values[factor];
            if (isCost) spent += amount;
            else avoided += amount;
        }

        return (avoided - spent, avoided, spent);
    }

    /// <summary>The net with one hypothesis at a value and the others at their median.</summary>
    public double At(IReadOnlyList<Hypothesis> hypotheses, int one, double value) => Amounts([.. hypotheses.Select((h, i) => i == one ? value : HypothesisDraw.Quantile(h, 0.5))]).Net;

    /// <summary>Σ 1 / (1 + d)^t over t = 0, 1…, the last year in part.</summary>
    private static double Annuity(double years, double discount)
    {
        var (sum, factor) = (0.0, 1.0);
        for (var t = 0; t < Math.Min(years, MostYears * 10); t++)
        {
            sum += factor * Math.Min(1, years - t);
            factor /= 1 + discount;
        }

        return sum;
    }
}
