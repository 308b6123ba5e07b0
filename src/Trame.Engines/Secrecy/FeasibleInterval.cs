namespace Trame.Engines.Secrecy;

/// <summary>What a reader can deduce of a hidden cell.</summary>
/// <param name="Cell">Its number.</param>
/// <param name="Least">The least figure that agrees with all that is published.</param>
/// <param name="Most">The largest; infinite when nothing bounds it.</param>
/// <param name="Figure">The true figure.</param>
/// <param name="Needed">By how much each bound must be away from the figure (zero being the least); 0 for a secondary cell.</param>
public sealed record FeasibleInterval(int Cell, double Least, double Most, double Figure, double Needed)
{
    private const double Rounding = 1e-6;

    /// <summary>Whether both bounds are as far as they must be.</summary>
    public bool Protected => Needed <= 0 || (Figure - Least >= Math.Min(Needed, Figure) - Rounding * Needed && Most - Figure >= Needed * (1 - Rounding));
}
