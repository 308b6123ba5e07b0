using System.Runtime.CompilerServices;
using Trame.Engines.OpinionMap;

namespace Trame.Engines.Cooperation;

/// <summary>Divides each community again into parts that hold together: alone at first, nodes join a part of their community to which they are tied (Traag, Waltman and Van Eck 2019, algorithm A.2, RefinePartition).</summary>
/// <remarks>Only a node still alone joins, only a part to which it is tied and only when nothing is lost: every part is connected by construction. O(arcs).</remarks>
internal sealed class Refinement(int nodes, SeededRandom chance, double warmth)
{
    private readonly double[] _weightTo = new double[nodes];
    private readonly double[] _cut = new double[nodes];
    private readonly double[] _mass = new double[2 * nodes];
    private readonly double[] _whole = new double[2 * nodes];
    private readonly int[] _touched = new int[nodes];
    private readonly int[] _order = new int[nodes];
    private readonly bool[] _isAlone = new bool[nodes];

    /// <summary>Parts of each node, numbered from 0, in <paramref name="part"/>; says how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Refine(LeidenGraph graph, int[] community, int[] part)
    {
        var count = graph.Count;
        Array.Clear(_whole, 0, 2 * count);
        for (var node = 0; node < count; node++)
        {
            (part[node], _isAlone[node], _order[node], _cut[node]) = (node, true, node, 0);
            (_mass[2 * node], _mass[(2 * node) + 1]) = (graph.Mass[2 * node], graph.Mass[(2 * node) + 1]);
            _whole[2 * community[node]] += graph.Mass[2 * node];
            _whole[(2 * community[node]) + 1] += graph.Mass[(2 * node) + 1];
            for (var arc = graph.Start[node]; arc < graph.Start[node + 1]; arc++)
                if (community[graph.To[arc]] == community[node]) _cut[node] += graph.Weight[arc];
        }

        for (var k = count - 1; k > 0; k--)
        {
            var other = chance.Next(k + 1);
            (_order[k], _order[other]) = (_order[other], _order[k]);
        }

        for (var k = 0; k < count; k++)
            if (_isAlone[_order[k]] && HoldsTo(graph, _order[k], community[_order[k]])) Join(graph, community, part, _order[k]);
        return Members.Renumber(part.AsSpan(0, count));
    }

    /// <summary>Among gains g, the largest of g + warmth × Gumbel is drawn with chances in proportion to exp(g / warmth), as the algorithm asks.</summary>
    private double Chance() => warmth == 0 ? 0 : -warmth * Math.Log(-Math.Log(chance.NextDouble() + 1e-300));

    /// <summary>Whether a part is tied to the rest of its community at least as much as chance would.</summary>
    private bool HoldsTo(LeidenGraph graph, int part, int own)
    {
        var (a, b) = (_mass[2 * part], _mass[(2 * part) + 1]);
        return _cut[part] >= graph.Price * ((a * (_whole[(2 * own) + 1] - b)) + (b * (_whole[2 * own] - a)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Join(LeidenGraph graph, int[] community, int[] part, int node)
    {
        var (touched, own) = (0, community[node]);
        for (var arc = graph.Start[node]; arc < graph.Start[node + 1]; arc++)
        {
            if (community[graph.To[arc]] != own) continue;
            var other = part[graph.To[arc]];
            if (_weightTo[other] == 0) _touched[touched++] = other;
            _weightTo[other] += graph.Weight[arc];
        }

        var (a, b) = (graph.Mass[2 * node], graph.Mass[(2 * node) + 1]);
        var (best, most, tied) = (node, double.NegativeInfinity, 0.0);
        for (var k = 0; k < touched; k++)
        {
            var other = _touched[k];
            var gain = _weightTo[other] - (graph.Price * ((a * _mass[(2 * other) + 1]) + (b * _mass[2 * other])));
            if (gain > 0 && (gain += Chance()) > most && HoldsTo(graph, other, own)) (best, most, tied) = (other, gain, _weightTo[other]);
            _weightTo[other] = 0;
        }

        if (best == node) return;
        part[node] = best;
        _mass[2 * best] += a;
        _mass[(2 * best) + 1] += b;
        _cut[best] += _cut[node] - (2 * tied);
        (_isAlone[best], _isAlone[node]) = (false, false);
    }
}
