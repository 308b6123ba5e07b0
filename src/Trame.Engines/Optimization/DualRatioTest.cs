using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>Which variable enters the basis when the variable of a row must leave it, and which ones jump to their other bound on the way.</summary>
/// <remarks>
/// Long step: while the slope of the dual objective stays positive, a boxed variable whose reduced cost changes sign flips instead of entering (Fourer 1994; Maros 2003).
/// Among those nearly tied within the tolerance the largest pivot is taken (Harris 1973).
/// </remarks>
internal sealed class DualRatioTest(SimplexState state)
{
    private readonly int[] _candidates = new int[state.Count];
    private readonly List<int> _groupEnds = [];
    private int _count;

    /// <summary>How far the dual can move: the magnitude of the leaving variable's new reduced cost.</summary>
    public double Step { get; private set; }

    /// <summary>Variables that jump to their other bound.</summary>
    public ReadOnlySpan<int> Flips => _candidates.AsSpan(0, FlipCount);

    public int FlipCount { get; private set; }

    /// <summary>Chooses the entering variable from the row in <see cref="SimplexState.RowAlpha"/>.</summary>
    /// <param name="sign">+1 when the leaving variable is below its lower bound, −1 when above its upper bound.</param>
    /// <param name="infeasibility">How far outside, positive.</param>
    /// <param name="tolerance">How far outside is near enough.</param>
    /// <returns>The variable, or −1 when none can bring the row back to its bounds.</returns>
    public int Choose(int sign, double infeasibility, double tolerance)
    {
        Gather(sign);
        _groupEnds.Clear();
        var (from, slope) = (0, infeasibility);
        while (from < _count)
        {
            var end = Group(from, sign, out var groupSlope);
            _groupEnds.Add(end);
            slope -= groupSlope;
            from = end;
            if (slope <= tolerance) return Enter(sign);
        }
        FlipCount = 0;
        return -1;
    }

    /// <summary>−sign·α: how fast the row is helped by each unit the variable moves.</summary>
    private double Rate(int j, int sign) => -sign * state.RowAlpha[j];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(int sign)
    {
        unchecked
        {
            _count = 0;
            for (var k = 0; k < state.RowAlphaCount; k++)
            {
                var j = state.RowAlphaIndex[k];
                var rate = -sign * state.RowAlpha[j];
                if (Math.Abs(rate) <= SimplexState.PivotTolerance || state.IsFixed(j)) continue;
                if (state.Status[j] == VariableStatus.AtLower ? rate > 0 : state.Status[j] != VariableStatus.AtUpper || rate < 0) _candidates[_count++] = j;
            }
        }
    }

    /// <summary>Brings those tied for the next breakpoint to the front of the rest; tells the slope they use up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Group(int from, int sign, out double used)
    {
        unchecked
        {
            var least = double.PositiveInfinity;
            for (var k = from; k < _count; k++)
            {
                var j = _candidates[k];
                least = Math.Min(least, (Math.Abs(state.D[j]) * Right(j) + SimplexState.Tolerance) / Math.Abs(state.RowAlpha[j]));
            }
            used = 0;
            var end = from;
            for (var k = from; k < _count; k++)
            {
                var j = _candidates[k];
                if (Math.Abs(state.D[j]) * Right(j) > least * Math.Abs(state.RowAlpha[j])) continue;
                used += Math.Abs(state.RowAlpha[j]) * (state.WorkUpper[j] - state.WorkLower[j]);
                (_candidates[k], _candidates[end]) = (_candidates[end], j);
                end++;
            }
            return end;
        }
    }

    /// <summary>1 when the reduced cost has the sign its bound asks for, −1 when it is (slightly) wrong, 0 for a free variable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Right(int j) => state.Status[j] switch
    {
        VariableStatus.AtLower => state.D[j] >= 0 ? 1 : -1,
        VariableStatus.AtUpper => state.D[j] <= 0 ? 1 : -1,
        _ => 0,
    };

    /// <summary>The largest pivot of the last group; of an earlier one, with fewer flips, when that one is too small to be trusted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Enter(int sign)
    {
        unchecked
        {
            var most = 0.0;
            for (var k = 0; k < _groupEnds[^1]; k++) most = Math.Max(most, Math.Abs(state.RowAlpha[_candidates[k]]));
            for (var g = _groupEnds.Count - 1; ; g--)
            {
                var (from, best) = (g == 0 ? 0 : _groupEnds[g - 1], -1);
                for (var k = from; k < _groupEnds[g]; k++)
                    if (best < 0 || Better(_candidates[k], _candidates[best])) best = k;
                if (g > 0 && Math.Abs(state.RowAlpha[_candidates[best]]) < Math.Min(1e-3, 1e-2 * most)) continue;
                var q = _candidates[best];
                FlipCount = from;
                Step = Math.Max(0, state.D[q] / Rate(q, sign));
                return q;
            }
        }
    }

    private bool Better(int j, int than)
    {
        var (size, other) = (Math.Abs(state.RowAlpha[j]), Math.Abs(state.RowAlpha[than]));
        return size > other || (size == other && j < than);
    }
}
