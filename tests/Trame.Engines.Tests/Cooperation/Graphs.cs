using System.Globalization;
using Trame.Engines.Cooperation;

namespace Trame.Engines.Tests.Cooperation;

/// <summary>Networks to try the engines on.</summary>
internal static class Graphs
{
    public static Network TwoTriangles => Network.Of(6, [new(0, 1), new(1, 2), new(0, 2), new(3, 4), new(4, 5), new(3, 5), new(2, 3)]);

    public static Network Public(string name)
    {
        var ties = File.ReadLines(SharedData.Path("networks", $"{name}.edges.csv")).Skip(1).Select(l => l.Split(','))
            .Select(c => new Tie(Number(c[0]), Number(c[1]), double.Parse(c[2], CultureInfo.InvariantCulture))).ToList();
        return Network.Of(ties.Max(t => Math.Max(t.Source, t.Target)) + 1, ties);
    }

    public static int[] Division(string name)
    {
        var lines = File.ReadLines(SharedData.Path("networks", $"{name}.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        var division = new int[lines.Count];
        foreach (var line in lines) division[Number(line[0])] = Number(line[1]);
        return division;
    }

    /// <summary>A small network with weights that do not tie; the same for a seed.</summary>
    public static Network Random(int seed, int nodes, bool isDirected = false)
    {
        var chance = new Random(seed);
        var ties = new List<Tie>();
        for (var a = 0; a < nodes; a++)
            for (var b = 0; b < nodes; b++)
                if ((a < b || (isDirected && a != b) || (a == b && chance.Next(5) == 0)) && chance.NextDouble() < 0.45) ties.Add(new(a, b, 0.1 + chance.NextDouble()));
        return Network.Of(nodes, ties, isDirected);
    }

    /// <summary>Every division of some nodes: restricted growth strings.</summary>
    public static IEnumerable<int[]> Divisions(int nodes)
    {
        var division = new int[nodes];
        return At(1, 0);

        IEnumerable<int[]> At(int node, int most)
        {
            if (node >= nodes) { yield return division; yield break; }
            for (var own = 0; own <= most + 1; own++)
            {
                division[node] = own;
                foreach (var whole in At(node + 1, Math.Max(most, own))) yield return whole;
            }
        }
    }

    public static bool IsConnected(Network network, IReadOnlyList<int> community, int own)
    {
        var members = Enumerable.Range(0, network.Nodes).Where(n => community[n] == own).ToHashSet();
        var (seen, next) = (new HashSet<int> { members.First() }, new Stack<int>([members.First()]));
        while (next.TryPop(out var node))
            foreach (var other in members)
                if (network.WeightOf(node, other) + network.WeightOf(other, node) > 0 && seen.Add(other)) next.Push(other);
        return seen.Count == members.Count;
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
