namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Mixtures that are given, before any iteration.</summary>
internal sealed partial class OpinionMixture
{
    public static OpinionMixture Start(int axes, double[] centers, double spread)
    {
        var shares = new double[centers.Length / axes];
        Array.Fill(shares, 1.0 / shares.Length);
        var matrix = new double[axes * axes];
        for (var a = 0; a < axes; a++) matrix[(a * axes) + a] = spread;
        return new(axes, shares, centers, matrix);
    }

    /// <summary>Groups as people were placed in them: centres are the means of their members' positions. Used when axes were turned since.</summary>
    public static OpinionMixture FromLabels(OpinionSummaries people, int[] labels, int groups)
    {
        var (d, means) = (people.Axes, people.Means());
        var (centers, counts) = (new double[groups * d], new int[groups]);
        for (var person = 0; person < labels.Length; person++)
        {
            if (labels[person] < 0) continue;
            counts[labels[person]]++;
            for (var a = 0; a < d; a++) centers[(labels[person] * d) + a] += means[(person * d) + a];
        }

        for (var at = 0; at < centers.Length; at++) centers[at] /= Math.Max(counts[at / d], 1);
        return Start(d, centers, 0.3);
    }

    /// <summary>The two halves of the first axis: what takes the place of groups where there are none.</summary>
    public static OpinionMixture Halves(int axes)
    {
        var centers = new double[2 * axes];
        (centers[0], centers[axes]) = (1, -1);
        return Start(axes, centers, 1);
    }

    /// <summary>The same groups, the largest first.</summary>
    public OpinionMixture BySize()
    {
        int[] order = [.. Enumerable.Range(0, Groups).OrderByDescending(g => Shares[g])];
        return new(_axes, [.. order.Select(g => Shares[g])], [.. order.SelectMany(g => Centers.Skip(g * _axes).Take(_axes))], Spread);
    }
}
