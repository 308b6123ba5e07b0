namespace Trame.Engines.OpinionMap.Robust;

/// <summary>An opinion map by the robust method, with what is needed to carry it on when votes are added.</summary>
public sealed class RobustMap
{
    internal RobustMap(VoteTable votes, bool[] isOut, VoteFactors factors, OpinionAxes axes, OpinionSummaries summaries, OpinionMixture? mixture, int[] groupOf, GroupEvidence evidence)
    {
        (Votes, IsOut, Factors, Axes, Summaries, Mixture, GroupOf, Evidence) = (votes, isOut, factors, axes, summaries, mixture, groupOf, evidence);
        (X, Y) = Positions();
    }

    /// <summary>The votes it was computed on.</summary>
    public VoteTable Votes { get; }

    /// <summary>Group of each row, from 0, the largest first; -1 for who is not placed, and for everybody when there are no clear groups.</summary>
    public int[] GroupOf { get; }

    /// <summary>Number of clear groups; 0 when there are none.</summary>
    public int Groups => Mixture?.Groups ?? 0;

    /// <summary>What speaks for groups, or against. After an update, that of the last full run.</summary>
    public GroupEvidence Evidence { get; }

    /// <summary>First coordinate of each row, in votes: how much the person's opinion on the first axis moves a typical vote.</summary>
    public double[] X { get; }

    /// <summary>Second coordinate of each row.</summary>
    public double[] Y { get; }

    /// <summary>Columns taken out.</summary>
    internal bool[] IsOut { get; }

    internal VoteFactors Factors { get; }

    internal OpinionAxes Axes { get; }

    internal OpinionSummaries Summaries { get; }

    internal OpinionMixture? Mixture { get; }

    private (double[] X, double[] Y) Positions()
    {
        var (x, y, means, d) = (new double[Votes.ParticipantCount], new double[Votes.ParticipantCount], Summaries.Means(), Axes.Count);
        for (var row = 0; row < x.Length; row++)
        {
            if (d > 0) x[row] = means[row * d] * Axes.Lengths[0];
            if (d > 1) y[row] = means[(row * d) + 1] * Axes.Lengths[1];
        }

        return (x, y);
    }
}
