using Trame.Engines.Optimization;

namespace Trame.Engines.Indicators;

/// <summary>Data envelopment without inputs: the best figure each unit can reach with weights of its own, when nobody passes 1 with them (Melyn and Moesen 1991; Cherchye and others 2007).</summary>
/// <remarks>Unit by unit: maximise Σ w·x subject to Σ w·x ≤ 1 for every unit, w ≥ 0. Only the units that bind are given to the program; the others are checked and added when they are passed:
/// most are never. O(units · parts) for each check, a few programs of a few rows per unit. Deterministic.</remarks>
public static class BenefitOfDoubt
{
    /// <summary>The figures.</summary>
    /// <param name="parts">One list per part, one value per unit; not negative, none missing; in each part somebody is above 0.</param>
    /// <param name="stop">Ends the search with an exception.</param>
    /// <returns>One figure in [0, 1] per unit; 1 for those that no weights put behind another.</returns>
    /// <exception cref="ArgumentException">A value is negative or missing, or a part is 0 for all.</exception>
    public static double[] Of(IReadOnlyList<IReadOnlyList<double>> parts, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0 || parts.Any(p => p.Count != parts[0].Count || p.Any(v => !(v >= 0) || !double.IsFinite(v)) || !p.Any(v => v > 0)))
            throw new ArgumentException("parts must be finite, at least 0, as long as each other, and above 0 for somebody.", nameof(parts));
        double[][] scaled = [.. parts.Select(p => p.Max() is var most ? (double[])[.. p.Select(v => v / most)] : [])]; // figures do not depend on units
        var (model, solver) = Program(scaled);
        var bound = new HashSet<int>();
        var figures = new double[parts[0].Count];
        for (var unit = 0; unit < figures.Length; unit++)
        {
            stop.ThrowIfCancellationRequested();
            for (var j = 0; j < scaled.Length; j++) model.SetCost(j, scaled[j][unit]);
            figures[unit] = Best(model, solver, scaled, bound, stop);
        }

        return figures;
    }

    private static (LinearModel, LinearSolver) Program(double[][] parts)
    {
        var model = new LinearModel(Goal.Maximise);
        foreach (var _ in parts) model.AddColumn(0, 0, 1); // whoever is best in a part allows no weight above 1 / its value
        return (model, new LinearSolver(model));
    }

    private static double Best(LinearModel model, LinearSolver solver, double[][] parts, HashSet<int> bound, CancellationToken stop)
    {
        int[] columns = [.. Enumerable.Range(0, parts.Length)];
        while (true)
        {
            var weights = solver.Solve(stop: stop);
            var (worst, passed) = (-1, 1 + 1e-9);
            for (var i = 0; i < parts[0].Length; i++)
            {
                var total = 0.0;
                for (var j = 0; j < parts.Length; j++) total += weights.Values[j] * parts[j][i];
                if (total > passed && !bound.Contains(i)) (worst, passed) = (i, total);
            }

            if (worst < 0) return Math.Clamp(weights.Objective, 0, 1);
            bound.Add(worst);
            model.AddRow(double.NegativeInfinity, 1, columns, [.. parts.Select(p => p[worst])]);
        }
    }
}
