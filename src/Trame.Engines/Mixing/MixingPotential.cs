namespace Trame.Engines.Mixing;

/// <summary>What mixing a place can reach, given who lives within reach: a place is never blamed for who lives around it (S0-126).</summary>
/// <param name="Observed">Share of its pairs that are of different groups, in [0, 1].</param>
/// <param name="Mirror">The same if as many people were drawn at random among those within reach.</param>
/// <param name="Best">The most that as many people within reach can give.</param>
public sealed record MixingPotential(double Observed, double Mirror, double Best)
{
    /// <param name="counts">People of each group at a moment; at least two in all.</param>
    /// <param name="reach">People of each group who live within reach, in the same order.</param>
    /// <returns>Or <see cref="NotMeasurable"/> when fewer than two people came, or fewer live within reach than came. <see cref="Best"/> is attained by filling the smallest groups first. O(people × log groups).</returns>
    /// <exception cref="ArgumentException">Lengths differ or a count is negative.</exception>
    public static (MixingPotential? Potential, NotMeasurable? Why) Of(IReadOnlyList<int> counts, IReadOnlyList<int> reach)
    {
        if (counts.Count != reach.Count || counts.Any(c => c < 0) || reach.Any(r => r < 0)) throw new ArgumentException("Counts of at least 0 for the same groups are needed.", nameof(reach));
        long people = counts.Sum(c => (long)c), near = reach.Sum(r => (long)r);
        if (people < 2) return (null, new(TooFew.People, people, 2));
        if (near < people) return (null, new(TooFew.People, near, people));
        var all = (double)CoPresence.Pairs(people);
        return (new(1 - (Same(counts) / all), 1 - (Same(reach) / CoPresence.Pairs(near)), 1 - (Same(Even(reach, people)) / all)), null);
    }

    private static double Same(IEnumerable<int> counts) => counts.Sum(c => (double)CoPresence.Pairs(c));

    private static int[] Even(IReadOnlyList<int> reach, long people)
    {
        var taken = new int[reach.Count];
        var smallest = new PriorityQueue<int, int>(reach.Index().Where(r => r.Item > 0).Select(r => (r.Index, 0)));
        for (var k = 0L; k < people; k++)
        {
            var group = smallest.Dequeue();
            if (++taken[group] < reach[group]) smallest.Enqueue(group, taken[group]);
        }

        return taken;
    }
}
