namespace Trame.Engines.Cooperation;

/// <summary>Labels of nodes, put in order.</summary>
internal static class Members
{
    /// <summary>Nodes group by group: those of group g are members[first[g]..first[g + 1]], in ascending order.</summary>
    public static (int[] First, int[] Nodes) By(ReadOnlySpan<int> group, int groups, int count)
    {
        var first = new int[groups + 1];
        for (var node = 0; node < count; node++) first[group[node] + 1]++;
        for (var g = 0; g < groups; g++) first[g + 1] += first[g];
        var (nodes, next) = (new int[count], first[..groups]);
        for (var node = 0; node < count; node++) nodes[next[group[node]]++] = node;
        return (first, nodes);
    }

    /// <summary>Renames labels 0, 1, 2… in the order in which they are met; says how many.</summary>
    public static int Renumber(Span<int> group)
    {
        var most = 0;
        foreach (var g in group) most = Math.Max(most, g + 1);
        var (names, count) = (new int[most], 0);
        foreach (ref var g in group)
        {
            if (names[g] == 0) names[g] = ++count;
            g = names[g] - 1;
        }

        return count;
    }

    /// <summary>Renames groups so that the largest is 0; equal sizes keep the order of their first node.</summary>
    public static int LargestFirst(int[] group)
    {
        var count = Renumber(group);
        var sizes = new int[count];
        foreach (var g in group) sizes[g]++;
        var names = new int[count];
        foreach (var (name, g) in Enumerable.Range(0, count).OrderByDescending(g => sizes[g]).Index()) names[g] = name;
        for (var node = 0; node < group.Length; node++) group[node] = names[group[node]];
        return count;
    }
}
