using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>Bounded dual simplex: from reduced costs of the right sign to values within bounds, keeping the first.</summary>
/// <remarks>Steepest-edge pricing of rows (Forrest and Goldfarb 1992), <see cref="DualRatioTest"/>, costs shifted or perturbed when steps are null; the caller restores them and goes on with the primal.</remarks>
internal sealed class DualSimplex(SimplexState state)
{
    private const int NullStepsBeforePerturbing = 20;
    private const double LeastWeight = 1e-4;

    private readonly DualRatioTest _ratio = new(state);
    private readonly double[] _flipped = new double[state.Rows];
    private int _nullSteps, _perturbations, _trouble;

    /// <summary>After <see cref="SimplexEnd.Infeasible"/>, +1 or −1: the row in ρ is too low or too high whatever the others do.</summary>
    public int InfeasibleSign { get; private set; }

    /// <summary>Runs until all values are within bounds, or one cannot be.</summary>
    /// <param name="budget">Iterations, time and cancellation.</param>
    /// <param name="cutoff">Ends with <see cref="SimplexEnd.Cutoff"/> once the objective is proved to be at least this.</param>
    public SimplexEnd Run(Budget budget, double cutoff = double.PositiveInfinity)
    {
        (_nullSteps, _trouble) = (0, 0);
        MakeDualFeasible();
        var fresh = true;
        while (true)
        {
            if (!state.Factored)
            {
                state.Factorise();
                state.ComputeReducedCosts();
                MakeDualFeasible();
                fresh = true;
            }
            if (cutoff < double.PositiveInfinity && !state.CostsPerturbed && state.Objective() >= cutoff) return SimplexEnd.Cutoff;
            var r = WorstRow();
            if (r < 0)
            {
                if (fresh) return SimplexEnd.Done;
                state.ComputeReducedCosts();
                MakeDualFeasible();
                fresh = true;
                continue;
            }
            if (budget.Step()) return SimplexEnd.Stopped;
            var violation = state.Violation(state.Head[r]);
            var sign = violation < 0 ? 1 : -1;
            state.ComputeRho(r);
            state.ComputeRowAlpha();
            var q = _ratio.Choose(sign, Math.Abs(violation), SimplexState.ToleranceAt(sign > 0 ? state.WorkLower[state.Head[r]] : state.WorkUpper[state.Head[r]]));
            if (q < 0)
            {
                if (!fresh) { state.Factored = false; continue; }
                InfeasibleSign = sign;
                return SimplexEnd.Infeasible;
            }
            fresh = Iterate(r, q, sign) && fresh;
        }
    }

    private bool Iterate(int r, int q, int sign)
    {
        state.ComputeAlpha(q);
        var (pivot, expected) = (state.Alpha[r], state.RowAlpha[q]);
        if (Math.Abs(pivot - expected) > 1e-7 * (1 + Math.Abs(pivot)) && state.Factors.Updates > 0 && _trouble++ < 50)
        {
            state.Factored = false;
            return false;
        }
        if (_ratio.Step < 1e-12) { if (++_nullSteps > NullStepsBeforePerturbing) Perturb(); }
        else _nullSteps = 0;
        var step = PrepareStep(q, sign);
        Flip();
        UpdateReducedCosts(r, q, -sign * step);
        UpdateValues(r, q, sign);
        UpdateWeights(r, pivot);
        state.Exchange(r, q, sign > 0 ? VariableStatus.AtLower : VariableStatus.AtUpper);
        return false;
    }

    /// <summary>The dual step; when the entering reduced cost is slightly wrong its cost is shifted so that the step is null instead of backwards.</summary>
    private double PrepareStep(int q, int sign)
    {
        var step = state.D[q] / (-sign * state.RowAlpha[q]);
        if (step >= 0) return step;
        ShiftCost(q, -state.D[q]);
        return 0;
    }

    private void ShiftCost(int j, double by)
    {
        state.WorkCost[j] += by;
        state.D[j] += by;
        state.CostsMoved = true;
        if (Math.Abs(by) > 1e-7) state.CostsPerturbed = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int WorstRow()
    {
        unchecked
        {
            var (best, most) = (-1, 0.0);
            for (var p = 0; p < state.Rows; p++)
            {
                var violation = state.Violation(state.Head[p]);
                if (violation == 0) continue;
                var merit = violation * violation / state.DualWeight[p];
                if (merit > most) (best, most) = (p, merit);
            }
            return best;
        }
    }

    private void Flip()
    {
        unchecked
        {
            if (_ratio.FlipCount == 0) return;
            Array.Clear(_flipped);
            foreach (var j in _ratio.Flips)
            {
                var old = state.X[j];
                state.Status[j] = state.Status[j] == VariableStatus.AtLower ? VariableStatus.AtUpper : VariableStatus.AtLower;
                state.X[j] = state.BoundValue(j);
                state.AddColumn(_flipped, j, state.X[j] - old);
            }
            state.Factors.Forward(_flipped);
            for (var p = 0; p < state.Rows; p++) if (_flipped[p] != 0) state.X[state.Head[p]] -= _flipped[p];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateReducedCosts(int r, int q, double theta)
    {
        unchecked
        {
            if (theta != 0)
            {
                for (var k = 0; k < state.RowAlphaCount; k++)
                {
                    var j = state.RowAlphaIndex[k];
                    state.D[j] -= theta * state.RowAlpha[j];
                    var wrong = Wrong(j);
                    if (Math.Abs(wrong) > SimplexState.Tolerance && j != q && !state.IsFixed(j)) ShiftCost(j, -wrong);
                }
            }
            state.D[q] = 0;
            state.D[state.Head[r]] = -theta;
        }
    }

    /// <summary>The part of a reduced cost that has the wrong sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Wrong(int j) => state.Status[j] switch
    {
        VariableStatus.AtLower => Math.Min(0, state.D[j]),
        VariableStatus.AtUpper => Math.Max(0, state.D[j]),
        VariableStatus.AtZero => state.D[j],
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateValues(int r, int q, int sign)
    {
        unchecked
        {
            var leaving = state.Head[r];
            var target = sign > 0 ? state.WorkLower[leaving] : state.WorkUpper[leaving];
            var theta = (state.X[leaving] - target) / state.Alpha[r];
            for (var p = 0; p < state.Rows; p++) if (state.Alpha[p] != 0) state.X[state.Head[p]] -= theta * state.Alpha[p];
            state.X[q] += theta;
            state.X[leaving] = target;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateWeights(int r, double pivot)
    {
        unchecked
        {
            var norm = 0.0;
            for (var i = 0; i < state.Rows; i++) norm += state.Rho[i] * state.Rho[i];
            Array.Copy(state.Rho, state.Tau, state.Rows);
            state.Factors.Forward(state.Tau);
            for (var p = 0; p < state.Rows; p++)
            {
                var alpha = state.Alpha[p];
                if (alpha == 0 || p == r) continue;
                var ratio = alpha / pivot;
                state.DualWeight[p] = Math.Max(state.DualWeight[p] - ratio * (2 * state.Tau[p] - ratio * norm), LeastWeight);
            }
            state.DualWeight[r] = Math.Max(norm / (pivot * pivot), LeastWeight);
        }
    }

    /// <summary>Boxed variables with a wrong reduced cost go to their other bound; the cost of the others is shifted. Values follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MakeDualFeasible()
    {
        unchecked
        {
            for (var j = 0; j < state.Count; j++)
            {
                if (state.Place[j] >= 0 || state.IsFixed(j)) continue;
                var wrong = Wrong(j);
                if (Math.Abs(wrong) <= SimplexState.Tolerance) continue;
                if (double.IsFinite(state.WorkLower[j]) && double.IsFinite(state.WorkUpper[j]))
                    state.Status[j] = state.Status[j] == VariableStatus.AtLower ? VariableStatus.AtUpper : VariableStatus.AtLower;
                else ShiftCost(j, -wrong);
            }
            state.ComputeValues();
        }
    }

    private void Perturb()
    {
        unchecked
        {
            _nullSteps = 0;
            _perturbations++;
            var size = Math.Min(1e-3, 1e-6 * Math.Pow(4, _perturbations - 1));
            for (var j = 0; j < state.Count; j++)
            {
                if (state.Place[j] >= 0 || state.IsFixed(j) || state.Status[j] == VariableStatus.AtZero) continue;
                var by = size * (1 + Math.Abs(state.WorkCost[j])) * Hash.HalfToOne(j, _perturbations);
                ShiftCost(j, state.Status[j] == VariableStatus.AtLower ? by : -by);
            }
        }
    }
}
