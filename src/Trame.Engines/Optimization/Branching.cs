using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>Chooses the column to branch on: the product of what both sides are expected to lose.</summary>
/// <remarks>Expected loss: pseudo-cost, and at least the penalty of the first dual step, which is proved and costs one row of the tableau (Driebeek 1966; Tomlin 1971).</remarks>
internal sealed class Branching(IntegerProgram program, PseudoCosts history)
{
    private const int Looked = 8;

    public readonly record struct Choice(int Column, double DownPenalty, double UpPenalty, bool UpFirst);

    public Choice Choose(List<int> fractional)
    {
        if (fractional.Count > Looked)
        {
            fractional.Sort((a, b) => Promise(b).CompareTo(Promise(a)) is not 0 and var order ? order : a.CompareTo(b));
            fractional.RemoveRange(Looked, fractional.Count - Looked);
        }
        var (best, most) = (default(Choice), -1.0);
        foreach (var j in fractional)
        {
            var (value, (down, up)) = (program.Value(j), Penalties(j));
            var part = value - Math.Floor(value);
            var expectDown = history.Expect(j, false, part, down);
            var expectUp = history.Expect(j, true, 1 - part, up);
            var score = Math.Max(expectDown, 1e-6) * Math.Max(expectUp, 1e-6) + 1e-14 * Math.Min(part, 1 - part);
            if (score > most) (best, most) = (new(j, down, up, expectUp < expectDown || (expectUp == expectDown && part > 0.5)), score);
        }
        return best;
    }

    private double Promise(int j)
    {
        var part = program.Value(j) - Math.Floor(program.Value(j));
        return Math.Max(history.Expect(j, false, part, 0), 1e-4 * part) * Math.Max(history.Expect(j, true, 1 - part, 0), 1e-4 * (1 - part));
    }

    /// <summary>What the objective loses at least when a basic column moves down to, or up to, the next whole value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Down, double Up) Penalties(int j)
    {
        unchecked
        {
            var state = program.State;
            state.ComputeRho(state.Place[j]);
            state.ComputeRowAlpha();
            var value = state.X[j] / program.Unit(j);
            var (downRoom, upRoom) = ((value - Math.Floor(value)) * program.Unit(j), (Math.Ceiling(value) - value) * program.Unit(j));
            var (down, up) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var k = 0; k < state.RowAlphaCount; k++)
            {
                var v = state.RowAlphaIndex[k];
                var alpha = state.RowAlpha[v];
                if (Math.Abs(alpha) <= SimplexState.PivotTolerance || state.Lower[v] == state.Upper[v]) continue;
                var d = Math.Abs(state.D[v]);
                var whole = v < state.Columns && program.IsInteger(v) ? d * program.Unit(v) : 0;
                var (lowers, raises) = state.Status[v] switch { VariableStatus.AtLower => (alpha > 0, alpha < 0), VariableStatus.AtUpper => (alpha < 0, alpha > 0), _ => (true, true) };
                if (lowers) down = Math.Min(down, Math.Max(d * downRoom / Math.Abs(alpha), whole));
                if (raises) up = Math.Min(up, Math.Max(d * upRoom / Math.Abs(alpha), whole));
            }
            return (down, up);
        }
    }
}
