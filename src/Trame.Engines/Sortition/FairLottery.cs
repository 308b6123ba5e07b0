namespace Trame.Engines.Sortition;

/// <summary>Finds the fairest lottery over the panels that respect the quotas.</summary>
/// <remarks>
/// First the best probabilities over the linear relaxation of the panels: no lottery can do better, and no panel is needed. Then these probabilities are written as a mixture of panels
/// (<see cref="Decomposition"/>): if that succeeds, the mixture is an optimum, proved. If not, the failure is an inequality that all panels satisfy: it joins the relaxation, and both steps
/// start again from the panels already known. An optimum over a larger set that lies in the smaller one is the smaller one's, so every rule with a unique optimum is exact.
/// </remarks>
public static class FairLottery
{
    private static readonly TimeSpan Explaining = TimeSpan.FromSeconds(20); // a contradiction is told even when the limit is shorter

    /// <param name="problem">Pool, quotas and size.</param>
    /// <param name="options">Rule and limits.</param>
    /// <param name="clock">Measures the time limit.</param>
    /// <param name="progress">Told now and then how far the search is; may be null.</param>
    /// <param name="stop">Ends the search as the time limit does: the best lottery so far is the answer. The limit waits for a first panel, this does not.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cap is not in (0, 1].</exception>
    public static SortitionResult Find(SortitionProblem problem, SortitionOptions options, TimeProvider clock, IProgress<SortitionProgress>? progress = null, CancellationToken stop = default)
    {
        if (options.Cap is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Cap, "The cap is a probability in (0, 1].");
        using var limit = options.TimeLimit is { } time ? new CancellationTokenSource(time, clock) : new CancellationTokenSource();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var patience = options.TimeLimit is { } given ? new CancellationTokenSource(given > Explaining ? given : Explaining, clock) : new CancellationTokenSource();
        using var explaining = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        var search = new LotterySearch(new TypedPool(problem), options, progress, new(both.Token, explaining.Token, stop));
        var started = clock.GetTimestamp();
        return search.Run(() => clock.GetElapsedTime(started));
    }

    /// <summary>The largest smallest probability that the quotas allow, found without any panel: no lottery does better. 0 when the quotas contradict each other.</summary>
    /// <param name="problem">Pool, quotas and size.</param>
    /// <param name="options">Only the cap counts.</param>
    public static double Bound(SortitionProblem problem, SortitionOptions options)
    {
        var pool = new TypedPool(problem);
        return LeximinMarginals.Find(pool, [], options.Cap)?.Select((z, t) => z / pool.Kinds[t].People.Count).Min() ?? 0;
    }
}
