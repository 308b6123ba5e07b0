namespace Trame.Engines.Optimization;

/// <summary>How far an answer is from being proved, each figure relative to the size of the terms it is made of.</summary>
/// <param name="Primal">Largest excess over a bound of a column or a row.</param>
/// <param name="Dual">Largest wrong sign of a dual or a reduced cost, and largest error of reduced cost = cost − Σ coefficient·dual.</param>
/// <param name="Complementarity">Largest product, in the sense of min(distance to the bound, dual), over columns and rows.</param>
/// <param name="Objective">Error of the objective told, against Σ cost·value and against the value of the duals.</param>
/// <param name="Proof">For an infeasible or unbounded model, how far the certificate is from proving it; 0 when it does.</param>
public sealed record LinearCheckResult(double Primal, double Dual, double Complementarity, double Objective, double Proof)
{
    /// <summary>The largest of all.</summary>
    public double Worst => Math.Max(Math.Max(Math.Max(Primal, Dual), Math.Max(Complementarity, Objective)), Proof);
}
