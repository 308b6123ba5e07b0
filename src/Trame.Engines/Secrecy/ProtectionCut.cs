namespace Trame.Engines.Secrecy;

/// <summary>An inequality Σ coefficient·x ≥ 1 over secondary cells that every protected pattern satisfies.</summary>
internal sealed record ProtectionCut(int[] Cells, double[] Coefficients)
{
    private const double Small = 1e-7;

    /// <summary>From the duals γ of an attack on one side of a cell: Σ min(1, αᵢ·upᵢ + βᵢ·downᵢ)·xᵢ ≥ 1, α − β = −γM (Fischetti and Salazar-González 2001, section 3).</summary>
    public static ProtectionCut? Of(SuppressionProblem problem, int cell, Dictionary<int, double> duals)
    {
        var slopes = new SortedDictionary<int, double>();
        foreach (var (sum, dual) in duals)
            foreach (var i in problem.Sums[sum]) slopes[i] = slopes.GetValueOrDefault(i) - dual * problem.Sign(sum, i);
        var (need, right) = (problem.Need[cell], 1.0);
        var (cells, coefficients) = (new List<int>(), new List<double>());
        foreach (var (i, slope) in slopes)
        {
            if (i == cell || problem.Known[i] || Math.Abs(slope) < Small) continue;
            var coefficient = slope > 0 ? 1 : Math.Min(1, -slope * problem.Figure[i] / need); // above, a reader knows no limit
            if (problem.Primary[i]) right -= coefficient;
            else if (coefficient > Small)
            {
                cells.Add(i);
                coefficients.Add(coefficient);
            }
        }

        if (right <= Small) return null;
        return new([.. cells], [.. coefficients.Select(c => Math.Min(1, c / right))]);
    }

    /// <summary>Σ coefficient·x.</summary>
    public double At(IReadOnlyList<double> x)
    {
        var sum = 0.0;
        for (var k = 0; k < Cells.Length; k++) sum += Coefficients[k] * x[Cells[k]];
        return sum;
    }
}
