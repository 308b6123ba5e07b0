namespace Trame.Engines.Optimization;

/// <summary>Reads the answer of the simplex back in the units of the model's author.</summary>
internal sealed class LinearAnswer(LinearModel model, ScaledModel scaled)
{
    private const double Noise = 1e-11;
    private const int FewUpdates = 10; // an answer is read from fresh factors, or nearly
    private SimplexState State => scaled.Simplex.State;

    public LinearSolution Read(SimplexEnd end, Budget budget)
    {
        var (proof, ray) = (end == SimplexEnd.Infeasible ? Proof() : null, end == SimplexEnd.Unbounded ? Ray() : null); // from the last iteration's vectors
        if (end == SimplexEnd.Done) Refine();
        else Settle();
        var values = Values();
        double[] duals = Duals(), reduced = ReducedCosts(duals);
        return new LinearSolution
        {
            Status = end switch
            {
                SimplexEnd.Done => SolveStatus.Optimal,
                SimplexEnd.Infeasible => SolveStatus.Infeasible,
                SimplexEnd.Unbounded => SolveStatus.Unbounded,
                _ => budget.Stopped ?? SolveStatus.IterationLimit,
            },
            Objective = end == SimplexEnd.Infeasible ? double.NaN : Objective(model, values),
            Values = values,
            Activities = Activities(model, values),
            RowDuals = duals,
            ReducedCosts = reduced,
            Basis = scaled.Basis(),
            Infeasibility = proof,
            Ray = ray,
            Iterations = budget.Iterations,
        };
    }

    public static double Objective(LinearModel model, IReadOnlyList<double> values)
    {
        var sum = model.Offset;
        for (var j = 0; j < values.Count; j++) sum += model.Cost(j) * values[j];
        return sum;
    }

    public static double[] Activities(LinearModel model, IReadOnlyList<double> values)
    {
        var activities = new double[model.RowCount];
        foreach (var (i, j, value) in model.Entries) activities[i] += value * values[j];
        return activities;
    }

    private void Settle()
    {
        if (!State.Factored || State.Factors.Updates > FewUpdates) State.Factorise();
    }

    /// <summary>One step of iterative refinement of the values and the duals of the last basis.</summary>
    private void Refine()
    {
        Settle();
        State.ComputeValues();
        Array.Clear(State.Work);
        for (var j = 0; j < State.Count; j++) if (State.X[j] != 0) State.AddColumn(State.Work, j, -State.X[j]);
        State.Factors.Forward(State.Work);
        for (var p = 0; p < State.Rows; p++) State.X[State.Head[p]] += State.Work[p];
    }

    private double[] Values()
    {
        var values = new double[State.Columns];
        for (var j = 0; j < values.Length; j++)
        {
            var value = scaled.Value(j);
            var (lower, upper) = (model.Lower(j), model.Upper(j));
            values[j] = State.Place[j] < 0 || Math.Abs(State.Violation(j)) == 0 ? Math.Clamp(value, lower, upper) : value;
        }
        return values;
    }

    private double[] Duals()
    {
        State.ComputeReducedCosts();
        var duals = new double[State.Rows];
        for (var i = 0; i < duals.Length; i++) duals[i] = State.Place[State.Columns + i] >= 0 ? 0 : State.D[State.Columns + i] * scaled.RowFactor(i) * scaled.ObjectiveFactor;
        return duals;
    }

    private double[] ReducedCosts(double[] duals)
    {
        var reduced = new double[State.Columns];
        for (var j = 0; j < reduced.Length; j++) reduced[j] = model.Cost(j);
        foreach (var (i, j, value) in model.Entries) reduced[j] -= value * duals[i];
        for (var j = 0; j < reduced.Length; j++) if (State.Place[j] >= 0 && Math.Abs(State.D[j]) == 0 && Math.Abs(reduced[j]) < Noise * (1 + Math.Abs(model.Cost(j)))) reduced[j] = 0;
        return reduced;
    }

    private InfeasibilityProof Proof()
    {
        var (y, most) = (new double[State.Rows], 0.0);
        for (var i = 0; i < y.Length; i++) most = Math.Max(most, Math.Abs(State.Rho[i]));
        for (var i = 0; i < y.Length; i++) if (Math.Abs(State.Rho[i]) > Noise * most) y[i] = -scaled.Simplex.Dual.InfeasibleSign * State.Rho[i] * scaled.RowFactor(i);
        return FarkasCheck.Prove(model, y);
    }

    private double[] Ray()
    {
        var ray = new double[State.Columns];
        var (q, sign) = (scaled.Simplex.Primal.UnboundedVariable, scaled.Simplex.Primal.UnboundedSign);
        if (q < ray.Length) ray[q] = sign * scaled.ColumnFactor(q);
        for (var p = 0; p < State.Rows; p++)
        {
            var j = State.Head[p];
            if (j < ray.Length && Math.Abs(State.Alpha[p]) > Noise) ray[j] = -sign * State.Alpha[p] * scaled.ColumnFactor(j);
        }
        return ray;
    }
}
