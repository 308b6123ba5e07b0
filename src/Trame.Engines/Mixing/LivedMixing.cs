namespace Trame.Engines.Mixing;

/// <summary>Lived mixing: who was at the same moments, from sums per moment. Where people live is another measure, <see cref="StatisticalMixing"/>, and the two are never merged (R8).</summary>
/// <remarks>Only moments open to all are read; groups with too few attendances are left out of figures of their own, not of the totals. O(draws × moments × groups + draws × people). Deterministic for a seed.</remarks>
public static class LivedMixing
{
    /// <param name="open">Moments open to all, each with the same groups.</param>
    /// <param name="reserved">Moments declared as reserved; counted, never judged.</param>
    /// <param name="options">Thresholds, draws, seed; null for the usual ones.</param>
    /// <param name="stop">Cancels between two draws.</param>
    /// <exception cref="ArgumentException">Moments with different groups, or a negative count.</exception>
    public static LivedMixingResult Of(IReadOnlyList<OpenMoment> open, IReadOnlyList<ReservedMoment> reserved, MixingOptions? options = null, CancellationToken stop = default)
    {
        options ??= new();
        options.Check();
        if (open.Any(m => m.Undeclared < 0) || reserved.Any(m => m.People < 0)) throw new ArgumentException("A count of people is at least 0.", nameof(open));
        var table = new CountTable(open.Select(m => m.Counts));
        var lack = Lack(table, options);
        int[] groups = [.. Enumerable.Range(0, table.Groups)];
        int[] known = lack is null ? [.. groups.Where(g => table.GroupTotals[g] >= options.FewestPeople)] : [];
        var measured = lack is null ? MixingSurvey.Of(table, options, [t => CoPresence.Of(t).Ratio, TheilIndex.Of, DissimilarityIndex.Of, .. known.SelectMany(Own)], stop) : [];
        Measure At(int index) => lack is null ? measured[index] : lack;
        return new(
            table.Units, table.Total, open.Sum(m => (long)m.Undeclared), At(0), lack is null ? CrossShareBounds.Of(open) : null, At(1), At(2),
            [.. groups.Select(g => Array.IndexOf(known, g) is >= 0 and var k ? One(g, table, measured[3 + (2 * k)], measured[4 + (2 * k)])
                : Unknown(g, table, lack ?? new(TooFew.People, table.GroupTotals[g], options.FewestPeople)))],
            [.. Pairs(table, known)], [.. Places(open, table, options, lack).OrderByDescending(p => p.BridgeValue is Measured bridge ? bridge.Value : double.MinValue)],
            reserved.Count, reserved.Sum(m => (long)m.People));
    }

    private static NotMeasurable? Lack(CountTable table, MixingOptions options)
    {
        var moments = table.UnitTotals.Count(t => t > 1);
        if (moments < options.FewestMoments) return new(TooFew.Moments, moments, options.FewestMoments);
        var groups = table.GroupTotals.Count(t => t >= options.FewestPeople);
        return groups < 2 ? new(TooFew.Groups, groups, 2) : null;
    }

    private static Func<CountTable, double>[] Own(int group) => [t => ExposureIndex.Of(t, group, group), t => ColemanHomophily.Of(t, group)];

    private static GroupMixing One(int group, CountTable table, Measured isolation, Measured homophily) =>
        new(group, table.GroupTotals[group], isolation, double.IsFinite(homophily.Value) ? homophily : new NotMeasurable(TooFew.Moments, 0, 1), [.. Enumerable.Range(0, table.Groups).Select(other => ExposureIndex.Of(table, group, other))]);

    private static GroupMixing Unknown(int group, CountTable table, NotMeasurable why) => new(group, table.GroupTotals[group], why, why, []);

    private static IEnumerable<GroupPair> Pairs(CountTable table, int[] known) =>
        from first in known
        from second in known
        where first <= second
        let pair = CoPresence.Between(table, first, second)
        select new GroupPair(first, second, pair.Observed, pair.Expected);

    private static IEnumerable<PlaceMixing> Places(IReadOnlyList<OpenMoment> open, CountTable table, MixingOptions options, NotMeasurable? lack)
    {
        var all = CoPresence.Of(table);
        foreach (var place in open.Index().GroupBy(m => m.Item.Place).OrderBy(p => p.Key))
        {
            var here = place.Select(m => m.Index).ToHashSet();
            var without = table.Only(Enumerable.Range(0, table.Units).Where(u => !here.Contains(u)));
            Measure bridge = (lack ?? Lack(without, options)) is { } why ? why : Bridge(all.Ratio - CoPresence.Of(without).Ratio);
            yield return new(place.Key, here.Count, all.Cross == 0 ? 0 : (double)CoPresence.Of(table.Only(here)).Cross / all.Cross, bridge);
        }
    }

    private static Measured Bridge(double value) => new(value, double.NaN, double.NaN, 0, double.NaN);
}
