namespace Trame.Engines.Opportunities;

/// <summary>Labels « dimension:group » as bits of a word, dimension by dimension.</summary>
internal static class GroupLabels
{
    public const int Most = 64;

    public static (ulong[] Needs, IReadOnlyList<(string Name, ulong Mask)> Dimensions) Of(IReadOnlyList<Need> needs)
    {
        var labels = needs.SelectMany(n => n.Groups).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (labels.Count > Most) throw new ArgumentException($"{labels.Count} different groups, {Most} at most.", nameof(needs));
        var bit = labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
        var dimensions = labels.GroupBy(DimensionOf, StringComparer.Ordinal).Select(g => (g.Key, g.Aggregate(0UL, (m, l) => m | 1UL << bit[l]))).ToList();
        return ([.. needs.Select(n => n.Groups.Aggregate(0UL, (m, l) => m | 1UL << bit[l]))], dimensions);
    }

    private static string DimensionOf(string label) => label.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? label[..colon] : label;
}
