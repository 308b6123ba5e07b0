namespace Trame.Engines.OpinionMap.Reference;

/// <summary>A finished conversation lived again, update by update: groups of the reference depend on how they were reached.</summary>
public static class ReferenceReplay
{
    /// <summary>Number of updates that comes nearest to published groups, on average over eight public conversations (docs/methods).</summary>
    public const int UsualUpdates = 200;

    /// <param name="votes">Votes with their times.</param>
    /// <param name="moderatedOut">Statements taken out; when they were is not in the exports, so they are out from the start.</param>
    /// <param name="updates">Number of updates: the votes, in the order of time, are cut into that many equal parts.</param>
    /// <param name="restarted">Whether the program was started again after the last vote (it then reads all votes by statement and person, and forgets its groupings).</param>
    /// <param name="options">Constants; 100 iterations per update, as the reference, unless said otherwise.</param>
    /// <param name="stop">Cancels between two passes.</param>
    /// <returns>The map after the last update.</returns>
    public static ReferenceMap Run(IEnumerable<Vote> votes, IReadOnlySet<long> moderatedOut, int updates, bool restarted = false, ReferenceOptions? options = null, CancellationToken stop = default)
    {
        options ??= new(Iterations: 100);
        Vote[] ordered = [.. votes.OrderBy(v => v.Timestamp)];
        var (table, state) = (VoteTable.Empty, ReferenceState.None);
        var map = ReferencePipeline.Update(table, moderatedOut, state, options, stop);
        for (var (update, from) = (1, 0); update <= updates; update++)
        {
            var to = (int)((long)ordered.Length * update / updates);
            if (to == from) continue;
            table = table.With(ordered[from..to].OrderBy(v => v.Comment).ThenBy(v => v.Participant));
            map = ReferencePipeline.Update(table, moderatedOut, state, options, stop);
            (state, from) = (map.State, to);
        }

        return restarted ? ReferencePipeline.Update(table, moderatedOut, state.Restarted(), options, stop) : map;
    }
}
