namespace Trame.Engines.Cooperation;

/// <summary>Whether what is given comes back.</summary>
public static class Reciprocity
{
    /// <summary>Share of the weight that is returned: Σ min(w_ij, w_ji) / Σ w_ij over different nodes, in [0, 1] (Squartini, Picciolo, Ruzzenenti and Garlaschelli 2013).</summary>
    /// <returns>Null without ties between different nodes; 1 for an undirected network. O(ties × log degree).</returns>
    public static double? Of(Network network)
    {
        var (returned, all) = (0.0, 0.0);
        for (var node = 0; node < network.Nodes; node++)
            for (var k = network.Start[node]; k < network.Start[node + 1]; k++)
            {
                all += network.Weight[k];
                returned += Math.Min(network.Weight[k], network.WeightOf(network.To[k], node));
            }

        return all > 0 ? returned / all : null;
    }
}
