namespace Trame.Engines.Sortition;

/// <summary>The selection probabilities of greatest product over the linear relaxation of the panels (Nash welfare): max Σₜ nₜ ln zₜ.</summary>
/// <remarks>Primal-dual interior point (Nocedal and Wright 2006, ch. 19): the objective is separable, so that a step costs one Cholesky factor of the rows' size. Kinds that can never be drawn are left out.</remarks>
internal static class NashMarginals
{
    private const int Steps = 200;
    private const double Enough = 1e-11;
    private const double Possible = 1e-6; // below, the greatest smallest count is zero but for rounding errors, and ln 0 must not be fought for
    private const double Proved = 1e-6;
    private const double Room = 1e-8; // quotas often leave no room at all around a solution: bounds give way by a hair, so that there is an inside

    /// <param name="pool">The kinds and the rows.</param>
    /// <param name="cuts">Valid inequalities of the panels.</param>
    /// <param name="cap">No probability above this one, in (0, 1].</param>
    /// <returns>Expected members of each kind, or null when the quotas contradict each other (or the cap).</returns>
    public static double[]? Find(TypedPool pool, IReadOnlyList<PanelCut> cuts, double cap = 1)
    {
        if (LeximinMarginals.Find(pool, cuts, cap) is not { } leximin) return null;
        var rows = new PanelRows(pool, cuts);
        var kinds = Enumerable.Range(0, leximin.Length).Where(t => leximin[t] > Possible).ToArray();
        var state = new Interior(rows, kinds, pool, cap, leximin);
        for (var step = 0; step < Steps && !state.Done(); step++) state.Step();
        var found = new double[leximin.Length];
        for (var at = 0; at < kinds.Length; at++) found[kinds[at]] = state.X[at];
        return found;
    }

    /// <summary>Whether no point of the relaxation has a product of probabilities greater than these, up to a millionth in the geometric mean: whatever way they were found.</summary>
    /// <remarks>The objective is concave: its slope at the optimum values every point at most as much as the optimum itself, that is the number of people who can be drawn.</remarks>
    /// <param name="pool">The kinds and the rows.</param>
    /// <param name="cuts">Valid inequalities of the panels.</param>
    /// <param name="cap">No probability above this one, in (0, 1].</param>
    /// <param name="counts">Expected members of each kind.</param>
    public static bool IsBest(TypedPool pool, IReadOnlyList<PanelCut> cuts, double cap, double[] counts)
    {
        if (LeximinMarginals.Find(pool, cuts, cap) is not { } leximin) return false;
        var drawn = Enumerable.Range(0, counts.Length).Where(t => leximin[t] > Possible).ToArray();
        if (drawn.Any(t => counts[t] <= 0)) return false;
        var slope = new double[counts.Length];
        foreach (var t in drawn) slope[t] = pool.Kinds[t].People.Count / counts[t];
        var linear = new PanelRows(pool, cuts).Linear();
        for (var t = 0; t < counts.Length; t++) linear.Upper[t] = Math.Min(pool.Kinds[t].Most, cap * pool.Kinds[t].People.Count);
        linear.SetCosts(slope);
        return linear.Solve() && linear.SafeBound() <= drawn.Sum(t => pool.Kinds[t].People.Count) * (1 + Proved);
    }

    /// <summary>The unknowns: counts of the kinds, then activities of the rows that have room; bounds, their multipliers and the rows' multipliers.</summary>
    private sealed class Interior
    {
        private readonly (int Row, double Value)[][] _columns;
        private readonly double[] _people, _low, _high, _side, _rowDual, _lowDual, _highDual, _slope, _inverseCurve, _push;
        private readonly double[][] _normal;

        public Interior(PanelRows rows, int[] kinds, TypedPool pool, double cap, double[] start)
        {
            var (first, m) = (rows.Columns.Count, rows.Count);
            var wide = Enumerable.Range(0, m).Where(r => rows.Upper[first + r] > rows.Lower[first + r]).ToArray();
            _columns = [.. kinds.Select(t => rows.Columns[t].ToArray()), .. wide.Select(r => new[] { (r, -1.0) })];
            _people = [.. kinds.Select(t => (double)pool.Kinds[t].People.Count), .. wide.Select(_ => 0.0)];
            _low = [.. kinds.Select(_ => 0.0), .. wide.Select(r => rows.Lower[first + r] - Room)];
            _high = [.. kinds.Select(t => Math.Min(pool.Kinds[t].Most, cap * pool.Kinds[t].People.Count) + Room), .. wide.Select(r => rows.Upper[first + r] + Room)];
            _side = [.. Enumerable.Range(0, m).Select(r => wide.Contains(r) ? 0 : rows.Lower[first + r])];
            X = [.. _high.Select((high, j) => j < kinds.Length ? Math.Min(0.9 * high, Math.Max(0.1 * high, start[kinds[j]])) : (_low[j] + high) / 2)];
            var n = X.Length;
            (_rowDual, _lowDual, _highDual, _slope, _inverseCurve, _push) = (new double[m], new double[n], new double[n], new double[n], new double[n], new double[n]);
            Array.Fill(_lowDual, 1);
            Array.Fill(_highDual, 1);
            _normal = [.. Enumerable.Range(0, m).Select(_ => new double[m])];
        }

        public double[] X { get; }

        private double Complementarity() => X.Select((x, j) => (x - _low[j]) * _lowDual[j] + (_high[j] - x) * _highDual[j]).Sum() / (2 * X.Length);

        public bool Done() => Complementarity() < Enough && Missing().All(r => Math.Abs(r) < 1e-8) || X.Index().Any(x => x.Item <= _low[x.Index] || x.Item >= _high[x.Index]);

        public void Step()
        {
            var centre = Math.Max(0.1 * Complementarity(), 0.1 * Enough); // never 0: what follows divides by distances to bounds
            var missing = Missing();
            for (var j = 0; j < X.Length; j++)
            {
                var (below, above) = (X[j] - _low[j], _high[j] - X[j]);
                _slope[j] = -_people[j] / X[j] + _columns[j].Sum(e => e.Value * _rowDual[e.Row]);
                if (_people[j] == 0) _slope[j] = _columns[j].Sum(e => e.Value * _rowDual[e.Row]);
                _inverseCurve[j] = 1 / ((_people[j] == 0 ? 0 : _people[j] / (X[j] * X[j])) + _lowDual[j] / below + _highDual[j] / above);
                _push[j] = -_slope[j] + centre / below - centre / above;
            }
            var rowStep = Rows(missing);
            Move(rowStep, centre);
        }

        private double[] Missing()
        {
            var missing = _side.Select(s => -s).ToArray();
            for (var j = 0; j < X.Length; j++)
                foreach (var (row, value) in _columns[j]) missing[row] += value * X[j];
            return missing;
        }

        private double[] Rows(double[] missing)
        {
            foreach (var row in _normal) Array.Clear(row);
            var right = (double[])missing.Clone();
            for (var j = 0; j < X.Length; j++)
                foreach (var (row, value) in _columns[j])
                {
                    right[row] += value * _inverseCurve[j] * _push[j];
                    foreach (var (other, times) in _columns[j]) _normal[row][other] += value * times * _inverseCurve[j];
                }
            Cholesky.Solve(_normal, right);
            return right;
        }

        private void Move(double[] rowStep, double centre)
        {
            var (n, primal, dual) = (X.Length, 1.0, 1.0);
            var (dx, dl, dh) = (new double[n], new double[n], new double[n]);
            for (var j = 0; j < n; j++)
            {
                var (below, above) = (X[j] - _low[j], _high[j] - X[j]);
                dx[j] = _inverseCurve[j] * (_push[j] - _columns[j].Sum(e => e.Value * rowStep[e.Row]));
                dl[j] = centre / below - _lowDual[j] - _lowDual[j] / below * dx[j];
                dh[j] = centre / above - _highDual[j] + _highDual[j] / above * dx[j];
                if (dx[j] < 0) primal = Math.Min(primal, -0.995 * below / dx[j]);
                if (dx[j] > 0) primal = Math.Min(primal, 0.995 * above / dx[j]);
                if (dl[j] < 0) dual = Math.Min(dual, -0.995 * _lowDual[j] / dl[j]);
                if (dh[j] < 0) dual = Math.Min(dual, -0.995 * _highDual[j] / dh[j]);
            }
            dual = primal = Math.Min(primal, dual); // one length for both: the objective is not linear
            for (var j = 0; j < n; j++) (X[j], _lowDual[j], _highDual[j]) = (X[j] + primal * dx[j], _lowDual[j] + dual * dl[j], _highDual[j] + dual * dh[j]);
            for (var r = 0; r < rowStep.Length; r++) _rowDual[r] += dual * rowStep[r];
        }
    }
}
