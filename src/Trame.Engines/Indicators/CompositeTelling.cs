namespace Trame.Engines.Indicators;

/// <summary>A run told unit by unit and indicator by indicator.</summary>
internal static class CompositeTelling
{
    public static CompositeResult Of(CompositeSpec spec, CompositeData data, CompositeRun run)
    {
        var gaps = Gaps(spec, run);
        var place = new int[data.Units];
        Array.Fill(place, -1);
        for (var at = 0; at < run.Columns.Units.Length; at++) if (!double.IsNaN(run.Scores[at])) place[run.Columns.Units[at]] = at; // what it has may weigh nothing
        var (ranks, classes) = (BestRanks(run.Ranks), Classes(spec, data, run));
        return new()
        {
            Units = [.. Enumerable.Range(0, data.Units).Select(i => Unit(i, place[i]))],
            Indicators = [.. Enumerable.Range(0, spec.Indicators.Count).Select(j => Indicator(spec, data, run, gaps, j))],
            Groups = [.. Enumerable.Range(0, spec.Groups.Count).Select(g => Group(spec, run, g))],
            ExplainedShare = run.Whole.Explained,
            Order = run.Whole.Order is { } order ? order with { Order = [.. order.Order.Select(at => run.Columns.Units[at])] } : null,
        };

        UnitScore Unit(int i, int at)
        {
            int[] missing = [.. Enumerable.Range(0, spec.Indicators.Count).Where(j => run.Shares[j] > 0 && double.IsNaN(data.Values[j][i]))];
            if (at < 0) return new() { Missing = missing };
            return new()
            {
                Score = run.Scores[at], Rank = ranks[at], Class = classes?[at], Missing = missing,
                Filled = [.. missing.Where(j => run.Columns.Filled[Array.IndexOf(run.Columns.Indicators, j)][at])],
                Groups = [.. Enumerable.Range(0, spec.Groups.Count).Select(g => Array.IndexOf(run.Groups, g) is >= 0 and var known ? Known(run.GroupScores[known][at]) : null)],
                Normalised = [.. Enumerable.Range(0, spec.Indicators.Count).Select(j => Array.IndexOf(run.Columns.Indicators, j) is >= 0 and var known ? Known(run.Normalised[known][at]) : null)],
                Gaps = gaps is null || run.Normalised.Any(x => double.IsNaN(x[at])) ? null : [.. Enumerable.Range(0, spec.Indicators.Count).Select(j => Array.IndexOf(run.Columns.Indicators, j) is >= 0 and var known ? gaps[known][at] : 0)],
            };
        }
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    /// <summary>Best rank of those that share a mean rank: r units share (first + last) / 2.</summary>
    private static int[] BestRanks(double[] mean)
    {
        var shared = mean.CountBy(r => r).ToDictionary(c => c.Key, c => c.Value);
        return [.. mean.Select(r => double.IsNaN(r) ? 0 : (int)Math.Round(r - ((shared[r] - 1) / 2.0)))];
    }

    /// <summary>What each counted indicator adds to the mean score, when every step is affine.</summary>
    private static double[][]? Gaps(CompositeSpec spec, CompositeRun run)
    {
        if (run.Whole.Slopes is not { } top || !spec.Combination.Rescale.IsAffine || run.GroupParts.Any(p => p.Slopes is null) || run.Groups.Any(g => !spec.Groups[g].Combination.Rescale.IsAffine)) return null;
        var slopes = new double[run.Normalised.Length];
        var last = Slope(run.Whole.Scores, run.Scores);
        if (run.Groups.Length == 0) for (var k = 0; k < slopes.Length; k++) slopes[k] = top[k] * last;
        for (var g = 0; g < run.Groups.Length; g++)
        {
            var (members, scale) = (run.Members(run.Groups[g]), Slope(run.GroupParts[g].Scores, run.GroupScores[g]));
            for (var m = 0; m < members.Length; m++) slopes[members[m]] = run.GroupParts[g].Slopes![m] * scale * top[g] * last;
        }

        return [.. run.Normalised.Select((x, k) => SampleStatistics.Mean(x) is var mean ? (double[])[.. x.Select(v => slopes[k] * (v - mean))] : [])];
    }

    /// <summary>Of an affine change, from the two units that are farthest apart.</summary>
    private static double Slope(double[] before, double[] after)
    {
        var (low, high) = (0, 0);
        for (var i = 0; i < before.Length; i++)
        {
            if (double.IsNaN(before[i])) continue;
            if (double.IsNaN(before[low]) || before[i] < before[low]) low = i;
            if (double.IsNaN(before[high]) || before[i] > before[high]) high = i;
        }

        return before[high] > before[low] ? (after[high] - after[low]) / (before[high] - before[low]) : 1;
    }

    private static IndicatorReport Indicator(CompositeSpec spec, CompositeData data, CompositeRun run, double[][]? gaps, int j)
    {
        double[] known = [.. data.Values[j].Where(v => !double.IsNaN(v))];
        var (missing, at) = (data.Units - known.Length, Array.IndexOf(run.Columns.Indicators, j));
        double? Of(Func<double> figure, int least) => known.Length < least ? null : figure();
        return new(at < 0 ? null : Weight(spec, run, at), missing, at < 0 ? 0 : run.Columns.Treated[at],
            Of(() => known.Min(), 1), Of(() => known.Max(), 1), Of(() => SampleStatistics.Mean(known), 1), Of(() => SampleStatistics.Deviation(known), 2),
            at < 0 ? null : SampleStatistics.Correlation(run.Normalised[at], run.Scores), at < 0 || gaps is null ? null : Effect(gaps[at], run.Scores));
    }

    private static double? Weight(CompositeSpec spec, CompositeRun run, int at)
    {
        if (run.Groups.Length == 0) return spec.Combination.Weights == WeightRule.Envelopment ? null : run.Whole.Weights[at];
        var group = Array.FindIndex(run.Groups, g => run.Members(g).Contains(at));
        return run.GroupParts[group].Weights[Array.IndexOf(run.Members(run.Groups[group]), at)];
    }

    private static double? Effect(double[] part, double[] whole)
    {
        var (mean, partMean, both, own) = (SampleStatistics.Mean(whole), SampleStatistics.Mean(part), 0.0, 0.0);
        for (var i = 0; i < whole.Length; i++)
        {
            if (double.IsNaN(part[i]) || double.IsNaN(whole[i])) return null;
            both += (part[i] - partMean) * (whole[i] - mean);
            own += (whole[i] - mean) * (whole[i] - mean);
        }

        return own > 0 ? both / own : null;
    }

    private static GroupReport Group(CompositeSpec spec, CompositeRun run, int group)
    {
        var at = Array.IndexOf(run.Groups, group);
        return at < 0 ? new(null, null, null) : new(spec.Combination.Weights == WeightRule.Envelopment ? null : run.Whole.Weights[at], SampleStatistics.Correlation(run.GroupScores[at], run.Scores), run.GroupParts[at].Explained);
    }

    private static int[]? Classes(CompositeSpec spec, CompositeData data, CompositeRun run)
    {
        if (spec.Classes < 2) return null;
        var (scores, classes, below) = (run.Scores, new int[run.Scores.Length], 0.0);
        double People(int at) => data.Population?[run.Columns.Units[at]] ?? 1;
        var whole = Enumerable.Range(0, scores.Length).Sum(People);
        foreach (var same in run.Ranks.Index().GroupBy(r => r.Item, r => r.Index).OrderByDescending(g => g.Key))
        {
            var people = same.Sum(People); // a unit is in the class where the middle of those with its rank stands
            foreach (var at in same) classes[at] = whole > 0 ? Math.Min(spec.Classes, 1 + (int)((below + (people / 2)) / whole * spec.Classes)) : 1;
            below += people;
        }

        return classes;
    }
}
