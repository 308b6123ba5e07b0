using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>Bounded primal simplex: from values within bounds to reduced costs of the right sign, keeping the first.</summary>
/// <remarks>Devex pricing of columns (Harris 1973), her two-pass ratio test with bound flips, bounds moved a little outwards when steps are null; the caller restores them and goes on with the dual.</remarks>
internal sealed class PrimalSimplex(SimplexState state)
{
    private const int NullStepsBeforePerturbing = 20;

    private int _nullSteps, _perturbations, _trouble;

    /// <summary>After <see cref="SimplexEnd.Unbounded"/>: the variable that can move for ever, its column in <see cref="SimplexState.Alpha"/>.</summary>
    public int UnboundedVariable { get; private set; }

    /// <summary>+1 when that variable increases, −1 when it decreases.</summary>
    public int UnboundedSign { get; private set; }

    /// <summary>Runs until no reduced cost is wrong, or one shows an endless improvement.</summary>
    public SimplexEnd Run(Budget budget)
    {
        (_nullSteps, _trouble) = (0, 0);
        Array.Fill(state.PrimalWeight, 1);
        var fresh = true;
        while (true)
        {
            if (!state.Factored)
            {
                state.Factorise();
                state.ComputeValues();
                state.ComputeReducedCosts();
                AbsorbViolations();
                fresh = true;
            }
            var q = WorstColumn();
            if (q < 0)
            {
                if (fresh) return SimplexEnd.Done;
                state.ComputeValues();
                state.ComputeReducedCosts();
                AbsorbViolations();
                fresh = true;
                continue;
            }
            if (budget.Step()) return SimplexEnd.Stopped;
            state.ComputeAlpha(q);
            var sign = state.D[q] < 0 ? 1 : -1;
            var r = LeavingRow(sign, state.WorkUpper[q] - state.WorkLower[q], out var step);
            if (double.IsPositiveInfinity(step))
            {
                if (!fresh) { state.Factored = false; continue; }
                (UnboundedVariable, UnboundedSign) = (q, sign);
                return SimplexEnd.Unbounded;
            }
            fresh = false;
            if (r < 0) FlipEntering(q, sign * step);
            else Iterate(r, q, sign, step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int WorstColumn()
    {
        unchecked
        {
            var (best, most) = (-1, 0.0);
            for (var j = 0; j < state.Count; j++)
            {
                var violation = state.DualViolation(j);
                if (violation == 0) continue;
                var merit = violation * violation / state.PrimalWeight[j];
                if (merit > most) (best, most) = (j, merit);
            }
            return best;
        }
    }

    /// <summary>First the longest step within the tolerance, then the largest pivot among those reached by then; −1 when the entering variable meets its other bound first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LeavingRow(int sign, double range, out double step)
    {
        unchecked
        {
            var longest = double.PositiveInfinity;
            for (var p = 0; p < state.Rows; p++)
            {
                var rate = sign * state.Alpha[p];
                if (Math.Abs(rate) <= SimplexState.PivotTolerance) continue;
                var (room, bound) = Room(state.Head[p], rate);
                if (room < double.PositiveInfinity) longest = Math.Min(longest, (Math.Max(room, 0) + SimplexState.ToleranceAt(bound)) / Math.Abs(rate));
            }
            var (best, most) = (-1, 0.0);
            step = double.PositiveInfinity;
            if (longest < double.PositiveInfinity)
            {
                for (var p = 0; p < state.Rows; p++)
                {
                    var rate = sign * state.Alpha[p];
                    if (Math.Abs(rate) <= SimplexState.PivotTolerance || Math.Abs(rate) <= most) continue;
                    var ratio = Room(state.Head[p], rate).Room / Math.Abs(rate);
                    if (ratio <= longest) (best, most, step) = (p, Math.Abs(rate), ratio);
                }
            }
            if (range > step || double.IsPositiveInfinity(range)) return best;
            step = range;
            return -1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (double Room, double Bound) Room(int j, double rate) =>
        rate > 0 ? (state.X[j] - state.WorkLower[j], state.WorkLower[j]) : (state.WorkUpper[j] - state.X[j], state.WorkUpper[j]);

    private void FlipEntering(int q, double move)
    {
        Move(move);
        state.Status[q] = state.Status[q] == VariableStatus.AtLower ? VariableStatus.AtUpper : VariableStatus.AtLower;
        state.X[q] = state.BoundValue(q);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(double move)
    {
        unchecked
        {
            for (var p = 0; p < state.Rows; p++) if (state.Alpha[p] != 0) state.X[state.Head[p]] -= move * state.Alpha[p];
        }
    }

    private void Iterate(int r, int q, int sign, double step)
    {
        state.ComputeRho(r);
        state.ComputeRowAlpha();
        var pivot = state.Alpha[r];
        if (Math.Abs(pivot - state.RowAlpha[q]) > 1e-7 * (1 + Math.Abs(pivot)) && state.Factors.Updates > 0 && _trouble++ < 50)
        {
            state.Factored = false;
            return;
        }
        var toLower = sign * pivot > 0;
        var leaving = state.Head[r];
        if (step <= 0) LetStay(leaving, toLower);
        step = Math.Max(step, 0);
        if (step < 1e-12) { if (++_nullSteps > NullStepsBeforePerturbing) Perturb(leaving); }
        else _nullSteps = 0;
        Move(sign * step);
        state.X[q] += sign * step;
        UpdateReducedCosts(r, q, pivot);
        state.Exchange(r, q, toLower ? VariableStatus.AtLower : VariableStatus.AtUpper);
        state.X[leaving] = state.BoundValue(leaving);
    }

    /// <summary>A variable slightly outside its bound leaves where it stands: its working bound moves there.</summary>
    private void LetStay(int j, bool atLower)
    {
        var bounds = atLower ? state.WorkLower : state.WorkUpper;
        if (bounds[j] == state.X[j]) return;
        bounds[j] = state.X[j];
        state.BoundsMoved = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateReducedCosts(int r, int q, double pivot)
    {
        unchecked
        {
            var (theta, weight, leaving) = (state.D[q] / pivot, state.PrimalWeight[q], state.Head[r]);
            for (var k = 0; k < state.RowAlphaCount; k++)
            {
                var j = state.RowAlphaIndex[k];
                var alpha = state.RowAlpha[j];
                state.D[j] -= theta * alpha;
                var ratio = alpha / pivot;
                state.PrimalWeight[j] = Math.Max(state.PrimalWeight[j], ratio * ratio * weight);
            }
            state.D[q] = 0;
            state.D[leaving] = -theta;
            state.PrimalWeight[leaving] = Math.Max(weight / (pivot * pivot), 1);
            if (state.PrimalWeight[leaving] > 1e7) Array.Fill(state.PrimalWeight, 1);
        }
    }

    /// <summary>Values that a new factorisation shows slightly outside keep their place: their working bound moves there.</summary>
    private void AbsorbViolations()
    {
        foreach (var j in state.Head)
        {
            var violation = state.Violation(j);
            if (violation != 0) LetStay(j, violation < 0);
        }
    }

    private void Perturb(int except)
    {
        unchecked
        {
            _nullSteps = 0;
            _perturbations++;
            var size = Math.Min(1e-3, 1e-6 * Math.Pow(4, _perturbations - 1));
            foreach (var j in state.Head)
            {
                if (j == except) continue;
                var (lower, upper) = (state.WorkLower[j], state.WorkUpper[j]);
                state.WorkLower[j] -= size * Math.Max(1, Math.Abs(lower)) * Hash.HalfToOne(2 * j, _perturbations);
                state.WorkUpper[j] += size * Math.Max(1, Math.Abs(upper)) * Hash.HalfToOne(2 * j + 1, _perturbations);
            }
            state.BoundsMoved = true;
        }
    }
}
