using System.Runtime.CompilerServices;
using Trame.Engines.OpinionMap;

namespace Trame.Engines.Cooperation;

/// <summary>Moves nodes one by one to the neighbouring community that gains most, until none gains (Traag, Waltman and Van Eck 2019, algorithm A.2, MoveNodesFast).</summary>
/// <remarks>Buffers are made once for the largest level. Near linear in arcs in practice.</remarks>
internal sealed class LocalMoving(int nodes, SeededRandom chance)
{
    private readonly double[] _weightTo = new double[nodes];
    private readonly double[] _mass = new double[2 * nodes];
    private readonly int[] _touched = new int[nodes];
    private readonly int[] _queue = new int[nodes];
    private readonly bool[] _isWaiting = new bool[nodes];
    private readonly int[] _size = new int[nodes];
    private readonly int[] _empty = new int[nodes];
    private int _empties;

    /// <summary>Improves <paramref name="community"/> in place (labels below the number of nodes); returns what it gained, in weight.</summary>
    public double Improve(LeidenGraph graph, int[] community, CancellationToken stop)
    {
        var count = graph.Count;
        Weigh(graph, community);
        for (var k = 0; k < count; k++) (_queue[k], _isWaiting[k]) = (k, true);
        for (var k = count - 1; k > 0; k--)
        {
            var other = chance.Next(k + 1);
            (_queue[k], _queue[other]) = (_queue[other], _queue[k]);
        }

        var (head, waiting, gained) = (0, count, 0.0);
        while (waiting > 0)
        {
            if ((waiting & 0xFFF) == 0) stop.ThrowIfCancellationRequested();
            var node = _queue[head];
            head = head + 1 == count ? 0 : head + 1;
            waiting--;
            _isWaiting[node] = false;
            var own = community[node];
            var best = Best(graph, community, node, own, ref gained);
            if (best == own) continue;
            Move(graph, node, own, best);
            community[node] = best;
            for (var arc = graph.Start[node]; arc < graph.Start[node + 1]; arc++)
            {
                var neighbour = graph.To[arc];
                if (_isWaiting[neighbour] || community[neighbour] == best) continue;
                _isWaiting[neighbour] = true;
                var tail = head + waiting;
                _queue[tail >= count ? tail - count : tail] = neighbour;
                waiting++;
            }
        }

        return gained;
    }

    private void Weigh(LeidenGraph graph, int[] community)
    {
        Array.Clear(_mass, 0, 2 * graph.Count);
        Array.Clear(_size, 0, graph.Count);
        for (var node = 0; node < graph.Count; node++)
        {
            var own = community[node];
            _mass[2 * own] += graph.Mass[2 * node];
            _mass[(2 * own) + 1] += graph.Mass[(2 * node) + 1];
            _size[own]++;
        }

        _empties = 0;
        for (var own = graph.Count - 1; own >= 0; own--)
            if (_size[own] == 0) _empty[_empties++] = own;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a run is often over before the runtime has found out that this is where the time goes
    private int Best(LeidenGraph graph, int[] community, int node, int own, ref double gained)
    {
        var touched = 0;
        var (weightTo, known, mass) = (_weightTo, _touched, _mass);
        var to = graph.To.AsSpan(graph.Start[node]..graph.Start[node + 1]);
        var weights = graph.Weight.AsSpan(graph.Start[node], to.Length);
        for (var arc = 0; arc < to.Length; arc++)
        {
            var other = community[to[arc]];
            ref var weight = ref weightTo[other];
            if (weight == 0) known[touched++] = other;
            weight += weights[arc];
        }

        var (a, b) = (graph.Mass[2 * node], graph.Mass[(2 * node) + 1]);
        var (pa, pb) = (graph.Price * a, graph.Price * b);
        var stay = weightTo[own] - (pa * (mass[(2 * own) + 1] - b)) - (pb * (mass[2 * own] - a));
        var (best, most) = (own, stay + (1e-12 * (Math.Abs(stay) + pa + pb))); // a difference of rounding is no gain
        if (_size[own] > 1 && most < 0) (best, most) = (_empty[_empties - 1], 0);
        for (var k = 0; k < touched; k++)
        {
            var other = known[k];
            var gain = weightTo[other] - (pa * mass[(2 * other) + 1]) - (pb * mass[2 * other]);
            weightTo[other] = 0;
            if (gain > most && other != own) (best, most) = (other, gain);
        }

        if (best != own) gained += most - stay;
        return best;
    }

    private void Move(LeidenGraph graph, int node, int from, int to)
    {
        var (a, b) = (graph.Mass[2 * node], graph.Mass[(2 * node) + 1]);
        _mass[2 * from] -= a;
        _mass[(2 * from) + 1] -= b;
        _mass[2 * to] += a;
        _mass[(2 * to) + 1] += b;
        if (_size[to]++ == 0) _empties--; // an empty community is only ever offered from the top
        if (--_size[from] == 0) (_mass[2 * from], _mass[(2 * from) + 1], _empty[_empties++]) = (0, 0, from);
    }
}
