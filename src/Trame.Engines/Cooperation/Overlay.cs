namespace Trame.Engines.Cooperation;

/// <summary>What several divisions agree on.</summary>
internal static class Overlay
{
    /// <summary>Two nodes are in one group when every division has them together. Numbered in order of first node. O(divisions × nodes).</summary>
    public static int[] Of(IReadOnlyList<int[]> divisions)
    {
        var group = (int[])divisions[0].Clone();
        for (var k = 1; k < divisions.Count; k++)
        {
            var names = new Dictionary<(int, int), int>();
            for (var node = 0; node < group.Length; node++)
            {
                var pair = (group[node], divisions[k][node]);
                if (!names.TryGetValue(pair, out var name)) names.Add(pair, name = names.Count);
                group[node] = name;
            }
        }

        Members.Renumber(group);
        return group;
    }
}
