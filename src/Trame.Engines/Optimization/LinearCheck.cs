namespace Trame.Engines.Optimization;

/// <summary>Verifies an answer from the model alone: neither the solver nor its author has to be believed.</summary>
/// <remarks>
/// Optimal: the values are within all bounds, each dual and reduced cost has its sign, is null strictly between bounds, and both objectives agree (Karush-Kuhn-Tucker).
/// Infeasible: the certificate contradicts the bounds (Farkas). Unbounded: the values are feasible and the ray leaves no bound while improving the objective.
/// A stopped search has nothing to prove: figures then tell how far it got. O(non-zeros).
/// </remarks>
public static class LinearCheck
{
    /// <summary>What a proved answer stays under.</summary>
    public const double Tolerance = 1e-7;

    /// <summary>Measures an answer against the model that it claims to solve.</summary>
    /// <exception cref="ArgumentException">The answer has not one value per column and one dual per row.</exception>
    public static LinearCheckResult Of(LinearModel model, LinearSolution solution)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(solution);
        if (solution.Values.Count != model.ColumnCount || solution.RowDuals.Count != model.RowCount)
            throw new ArgumentException($"{solution.Values.Count} values and {solution.RowDuals.Count} duals for {model.ColumnCount} columns and {model.RowCount} rows.", nameof(solution));
        var terms = new Terms(model, solution);
        return solution.Status switch
        {
            SolveStatus.Infeasible => new(0, 0, 0, 0, Contradiction(model, solution.Infeasibility!)),
            SolveStatus.Unbounded => new(terms.Primal(), 0, 0, 0, Escape(model, solution.Ray!)),
            _ => new(terms.Primal(), terms.Dual(), terms.Complementarity(), terms.Objective(), 0),
        };
    }

    private static double Contradiction(LinearModel model, InfeasibilityProof proof)
    {
        var again = FarkasCheck.Prove(model, [.. proof.RowMultipliers]);
        if (!double.IsFinite(again.MostOfColumns) || !double.IsFinite(again.LeastOfRows)) return double.PositiveInfinity;
        return again.LeastOfRows > again.MostOfColumns && proof.LeastOfRows > proof.MostOfColumns ? 0 : Math.Max(again.MostOfColumns - again.LeastOfRows, double.Epsilon);
    }

    private static double Escape(LinearModel model, IReadOnlyList<double> ray)
    {
        double worst = 0, gain = 0, most = 0;
        var (rows, sizes) = (new double[model.RowCount], new double[model.RowCount]);
        foreach (var (i, j, value) in model.Entries)
        {
            rows[i] += value * ray[j];
            sizes[i] += Math.Abs(value * ray[j]);
        }
        for (var j = 0; j < ray.Count; j++)
        {
            most = Math.Max(most, Math.Abs(ray[j]));
            gain += model.Cost(j) * ray[j];
        }
        for (var j = 0; j < ray.Count; j++) worst = Math.Max(worst, Leaves(ray[j], model.Lower(j), model.Upper(j)) / most);
        for (var i = 0; i < rows.Length; i++) if (sizes[i] > 0) worst = Math.Max(worst, Leaves(rows[i], model.RowLower(i), model.RowUpper(i)) / sizes[i]);
        var improves = model.Goal == Goal.Maximise ? gain > 0 : gain < 0;
        return improves ? worst : double.PositiveInfinity;
    }

    private static double Leaves(double move, double lower, double upper) => (move < 0 && double.IsFinite(lower)) || (move > 0 && double.IsFinite(upper)) ? Math.Abs(move) : 0;

    /// <summary>Activities and reduced costs computed again, with the size of the terms that they are made of.</summary>
    private sealed class Terms
    {
        private readonly LinearModel _model;
        private readonly LinearSolution _said;
        private readonly double[] _activity, _rowSize, _reduced, _columnSize;
        private readonly double _sign;

        public Terms(LinearModel model, LinearSolution said)
        {
            (_model, _said, _sign) = (model, said, model.Goal == Goal.Maximise ? -1 : 1);
            (_activity, _rowSize) = (new double[model.RowCount], new double[model.RowCount]);
            (_reduced, _columnSize) = (new double[model.ColumnCount], new double[model.ColumnCount]);
            for (var j = 0; j < _reduced.Length; j++) (_reduced[j], _columnSize[j]) = (model.Cost(j), Math.Max(1, Math.Abs(model.Cost(j))));
            Array.Fill(_rowSize, 1);
            foreach (var (i, j, value) in model.Entries)
            {
                _activity[i] += value * said.Values[j];
                _rowSize[i] = Math.Max(_rowSize[i], Math.Abs(value * said.Values[j]));
                _reduced[j] -= value * said.RowDuals[i];
                _columnSize[j] = Math.Max(_columnSize[j], Math.Abs(value * said.RowDuals[i]));
            }
        }

        public double Primal() => Math.Max(
            Worst(_said.Values.Count, j => Outside(_said.Values[j], _model.Lower(j), _model.Upper(j)) / ValueSize(j)),
            Worst(_activity.Length, i => Math.Max(Outside(_activity[i], _model.RowLower(i), _model.RowUpper(i)), Math.Abs(_activity[i] - _said.Activities[i])) / _rowSize[i]));

        public double Dual() => Math.Max(
            Worst(_reduced.Length, j => Math.Max(WrongSign(_sign * _said.ReducedCosts[j], _model.Lower(j), _model.Upper(j)), Math.Abs(_reduced[j] - _said.ReducedCosts[j])) / _columnSize[j]),
            Worst(_activity.Length, i => WrongSign(_sign * _said.RowDuals[i], _model.RowLower(i), _model.RowUpper(i)) / DualSize(i)));

        public double Complementarity() => Math.Max(
            Worst(_reduced.Length, j => Product(_sign * _reduced[j] / _columnSize[j], _said.Values[j], _model.Lower(j), _model.Upper(j), ValueSize(j))),
            Worst(_activity.Length, i => Product(_sign * _said.RowDuals[i] / DualSize(i), _activity[i], _model.RowLower(i), _model.RowUpper(i), _rowSize[i])));

        /// <summary>The objective told against Σ cost·value, and against Σ dual·bound + Σ reduced cost·bound.</summary>
        public double Objective()
        {
            var (value, dual, size) = (_model.Offset, _model.Offset, 1 + Math.Abs(_model.Offset));
            for (var j = 0; j < _reduced.Length; j++)
            {
                var (term, bound) = (_model.Cost(j) * _said.Values[j], Bound(_sign * _said.ReducedCosts[j], _model.Lower(j), _model.Upper(j), _said.Values[j]));
                value += term;
                dual += _said.ReducedCosts[j] * bound;
                size = Math.Max(size, Math.Max(Math.Abs(term), Math.Abs(_said.ReducedCosts[j] * bound)));
            }
            for (var i = 0; i < _activity.Length; i++)
            {
                var term = _said.RowDuals[i] * Bound(_sign * _said.RowDuals[i], _model.RowLower(i), _model.RowUpper(i), _activity[i]);
                dual += term;
                size = Math.Max(size, Math.Abs(term));
            }
            return Math.Max(Math.Abs(value - _said.Objective), Math.Abs(value - dual)) / size;
        }

        private double ValueSize(int j) => Math.Max(1, Math.Abs(_said.Values[j]));

        /// <summary>A dual is measured against the largest cost that it explains, per unit of its row.</summary>
        private static double DualSize(int i) => 1;

        private static double Bound(double dual, double lower, double upper, double at)
        {
            var bound = dual > 0 ? lower : dual < 0 ? upper : at;
            return double.IsFinite(bound) ? bound : at;
        }

        private static double Product(double dual, double at, double lower, double upper, double size) =>
            Math.Min(Math.Abs(dual), Math.Abs(dual > 0 ? at - lower : upper - at) / size);

        private static double WrongSign(double dual, double lower, double upper) => Math.Max(double.IsFinite(lower) ? 0 : dual, double.IsFinite(upper) ? 0 : -dual);

        private static double Outside(double at, double lower, double upper) => Math.Max(0, Math.Max(lower - at, at - upper));

        private static double Worst(int count, Func<int, double> of)
        {
            var worst = 0.0;
            for (var k = 0; k < count; k++) worst = Math.Max(worst, of(k));
            return worst;
        }
    }
}
