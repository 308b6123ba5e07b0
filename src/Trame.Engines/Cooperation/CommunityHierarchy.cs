namespace Trame.Engines.Cooperation;

/// <summary>Communities inside communities: from many small ones to a few large ones, each level made of whole communities of the one below.</summary>
public static class CommunityHierarchy
{
    /// <param name="network">Undirected or directed.</param>
    /// <param name="resolutions">One for each level, each at least 0; taken from the highest down.</param>
    /// <param name="options">Quality, seed and runs; its resolution is not used.</param>
    /// <param name="stop">Cancels within a pass.</param>
    /// <returns>Community of each node at each level, finest first; 0 is the largest of its level.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(Network network, IReadOnlyList<double> resolutions, LeidenOptions? options = null, CancellationToken stop = default)
    {
        options ??= new();
        var levels = new List<IReadOnlyList<int>>();
        foreach (var resolution in resolutions.OrderDescending())
        {
            if (levels.Count == 0) { levels.Add(CommunitySearch.Find(network, options with { Resolution = resolution }, stop: stop).Community); continue; }
            (options with { Resolution = resolution }).Check();
            var below = (int[])levels[^1];
            var small = LeidenGraph.Of(network, options.Quality, resolution).Merge(below, below.Length == 0 ? 0 : below.Max() + 1);
            var above = new Recombination(small, options).Runs(null, stop).MaxBy(r => r.Gain)!.Community;
            var level = Array.ConvertAll(below, own => above[own]);
            Members.LargestFirst(level);
            levels.Add(level);
        }

        return levels;
    }
}
