namespace Trame.Engines.OpinionMap.Reference;

/// <summary>The opinion map as Polis draws it: mean imputation, two principal components, base clusters of people, groups of base clusters.</summary>
/// <remarks>
/// Written from the definitions of the reference program (compdemocracy/polis, math, revision 08e03eb), with history: <see cref="Update"/> takes the state of the last update. Two differences:
/// above 10,000 people the reference samples people for its components, here everybody counts; and start vectors come from a seed.
/// O(votes·iterations + people·base clusters); deterministic.
/// </remarks>
public static class ReferencePipeline
{
    private const int BaseIterations = 100;
    private const int GroupIterations = 20;

    /// <summary>One run on a finished conversation, without history.</summary>
    public static ReferenceMap Run(VoteTable votes, IReadOnlySet<long> moderatedOut, ReferenceOptions? options = null, CancellationToken stop = default) =>
        Update(votes, moderatedOut, ReferenceState.None, options, stop);

    /// <summary>The map after new votes, from the state after the last ones.</summary>
    /// <param name="votes">All votes so far.</param>
    /// <param name="moderatedOut">Statements taken out (moderated or about the people themselves): zero for everybody.</param>
    /// <param name="last">State of the last update on the same conversation.</param>
    /// <param name="options">Constants.</param>
    /// <param name="stop">Cancels between two passes over the votes.</param>
    public static ReferenceMap Update(VoteTable votes, IReadOnlySet<long> moderatedOut, ReferenceState last, ReferenceOptions? options = null, CancellationToken stop = default)
    {
        options ??= new();
        var isOut = new bool[votes.CommentCount];
        for (var column = 0; column < isOut.Length; column++) isOut[column] = moderatedOut.Contains(votes.Comments[column]);
        var data = new CentredVotes(votes, isOut);
        var components = PowerIteration.Components(data, Starts(last, data, options), options.Iterations, stop);
        var (x, y) = Project(data, components);
        var inside = InConversation(votes, last, options);
        var baseClusters = CarriedKMeans.Run(Points(inside, x, y), options.BaseClusters, last.BaseClusters, BaseIterations);
        return Grouped(new(votes, data.Center, components, x, y, [], [], new Dictionary<int, double>(), last with { Components = components, InConversation = inside, BaseClusters = baseClusters }), options);
    }

    private static ReferenceMap Grouped(ReferenceMap map, ReferenceOptions options)
    {
        var clusters = map.State.BaseClusters;
        var points = new NamedPoints([.. clusters.Select(c => c.Id)], [.. clusters.Select(c => c.X)], [.. clusters.Select(c => c.Y)], [.. clusters.Select(c => (double)c.Members.Count)]);
        var groupings = new Dictionary<int, IReadOnlyList<Cluster>>();
        var silhouettes = new Dictionary<int, double>();
        for (var k = 2; k <= Math.Min(options.MostGroups, 2 + (clusters.Count / 12)); k++)
        {
            groupings[k] = CarriedKMeans.Run(points, k, map.State.Groupings.GetValueOrDefault(k), GroupIterations);
            silhouettes[k] = Silhouette.Of(points, groupings[k]);
        }

        var best = silhouettes.MaxBy(s => (s.Value, s.Key)).Key; // of equal ones the largest number, as the reference
        var smoother = map.State.Smoother.After(best);
        var shown = groupings.TryGetValue(smoother.Shown, out var groups) ? groups : groupings[best];
        var groupOf = new int[map.Votes.ParticipantCount];
        Array.Fill(groupOf, -1);
        var placeOf = clusters.ToDictionary(c => c.Id);
        for (var g = 0; g < shown.Count; g++)
            foreach (var row in shown[g].Members.SelectMany(id => placeOf[id].Members)) groupOf[row] = g;
        return map with { GroupOf = groupOf, Groups = shown, Silhouettes = silhouettes, State = map.State with { Groupings = groupings, Smoother = smoother } };
    }

    private static List<double[]> Starts(ReferenceState last, CentredVotes data, ReferenceOptions options)
    {
        var random = new SeededRandom(options.Seed);
        var count = Math.Min(2, Math.Min(data.RowCount, data.Center.Length));
        var starts = new List<double[]>();
        for (var i = 0; i < count; i++)
        {
            var carried = i < last.Components.Count && last.Components[i].Any(v => v != 0) ? last.Components[i] : null;
            starts.Add(carried ?? [.. Enumerable.Range(0, data.Center.Length).Select(_ => random.NextDouble())]);
        }

        return starts;
    }

    // Only what was voted on counts, pushed out by √(statements / statements seen).
    private static (double[] X, double[] Y) Project(CentredVotes data, double[][] components)
    {
        var coordinates = new[] { new double[data.RowCount], new double[data.RowCount] };
        for (var i = 0; i < components.Length; i++)
            for (var row = 0; row < data.RowCount; row++)
                coordinates[i][row] = data.Dot(row, components[i]) * Math.Sqrt((double)data.Center.Length / Math.Max(data.SeenBy(row), 1));
        return (coordinates[0], coordinates[1]);
    }

    private static HashSet<int> InConversation(VoteTable votes, ReferenceState last, ReferenceOptions options)
    {
        var needed = Math.Min(options.VotesToCount, votes.CommentCount);
        var rows = Enumerable.Range(0, votes.ParticipantCount);
        var inside = new HashSet<int>(last.InConversation);
        inside.UnionWith(rows.Where(row => votes.ByParticipant.LengthOf(row) >= needed));
        if (inside.Count < options.FewestPeople)
            inside.UnionWith(rows.Where(row => !inside.Contains(row)).OrderByDescending(votes.ByParticipant.LengthOf).Take(options.FewestPeople - inside.Count).ToList());
        return inside;
    }

    private static NamedPoints Points(HashSet<int> inside, double[] x, double[] y)
    {
        int[] names = [.. inside.Order()];
        var weights = new double[names.Length];
        Array.Fill(weights, 1);
        return new(names, [.. names.Select(row => x[row])], [.. names.Select(row => y[row])], weights);
    }
}
