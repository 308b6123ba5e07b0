namespace Trame.Engines.OpinionMap.Robust;

/// <summary>The opinion map by the robust method: factors with missing votes left missing, groups that are told only when they are clear.</summary>
/// <remarks>O(votes) for factors, positions and statements; the search for groups, their stability and the comparison with one public work on at most 1,500 people. Deterministic for a seed, on any number of cores.</remarks>
public static class RobustPipeline
{
    private const int UpdateFit = 3;

    /// <summary>A full run.</summary>
    /// <param name="votes">All votes.</param>
    /// <param name="moderatedOut">Statements left out of the map.</param>
    /// <param name="options">Choices.</param>
    /// <param name="stop">Cancels between two passes.</param>
    public static RobustMap Run(VoteTable votes, IReadOnlySet<long> moderatedOut, RobustOptions? options = null, CancellationToken stop = default)
    {
        options ??= new();
        var (isOut, factors) = Fit(votes, moderatedOut, null, options, stop);
        var axes = OpinionAxes.Of(factors);
        var summaries = OpinionSummaries.From(factors, axes);
        var (mixture, evidence) = OpinionGroups.Search(factors, axes, summaries, options, stop);
        return Placed(votes, isOut, factors, axes, summaries, mixture, evidence, options);
    }

    /// <summary>The map after some more votes: factors and groups go on from the last ones; their number, stability and clearness are those of the last full run.</summary>
    /// <param name="last">The last map of the same conversation.</param>
    /// <param name="votes">All votes, the new ones included: <see cref="VoteTable.With"/> of the last table.</param>
    /// <param name="moderatedOut">Statements left out of the map.</param>
    /// <param name="options">Choices.</param>
    /// <param name="stop">Cancels between two passes.</param>
    public static RobustMap Update(RobustMap last, VoteTable votes, IReadOnlySet<long> moderatedOut, RobustOptions? options = null, CancellationToken stop = default)
    {
        options ??= new();
        var (isOut, factors) = Fit(votes, moderatedOut, last.Factors, options, stop);
        var axes = OpinionAxes.Of(factors);
        var summaries = OpinionSummaries.From(factors, axes);
        var mixture = last.Mixture is null || axes.Count == 0 ? null : OpinionMixture.FromLabels(summaries, last.GroupOf, last.Groups).Fit(summaries, UpdateFit, stop);
        return Placed(votes, isOut, factors, axes, summaries, mixture, last.Evidence, options);
    }

    private static (bool[] IsOut, VoteFactors Factors) Fit(VoteTable votes, IReadOnlySet<long> moderatedOut, VoteFactors? last, RobustOptions options, CancellationToken stop)
    {
        var isOut = new bool[votes.CommentCount];
        for (var column = 0; column < isOut.Length; column++) isOut[column] = moderatedOut.Contains(votes.Comments[column]);
        var rows = isOut.Contains(true) ? votes.RowsWithout(isOut) : votes.ByParticipant;
        var columns = isOut.Contains(true) ? rows.Transposed(votes.CommentCount) : votes.ByComment;
        return (isOut, last is null ? VoteFactors.Fit(rows, columns, options.Seed, options.Sweeps, null, stop) : VoteFactors.Continue(last, rows, columns, options.Seed, stop));
    }

    private static RobustMap Placed(VoteTable votes, bool[] isOut, VoteFactors factors, OpinionAxes axes, OpinionSummaries summaries, OpinionMixture? mixture, GroupEvidence evidence, RobustOptions options)
    {
        var labels = new int[votes.ParticipantCount];
        if (mixture is null) Array.Fill(labels, -1);
        else labels = OpinionGroups.Placed(mixture, summaries, factors.Rows, options);
        return new(votes, isOut, factors, axes, summaries, mixture, labels, evidence);
    }
}
