namespace Trame.Engines.Cooperation;

/// <summary>What passes between two territories.</summary>
/// <param name="A">Number of the one.</param>
/// <param name="B">Number of the other, larger.</param>
/// <param name="Weight">Weight of the ties across.</param>
/// <param name="Expected">The same if partners were drawn by strength alone, wherever they are: K_A K_B / 2m.</param>
public sealed record Border(int A, int B, double Weight, double Expected)
{
    /// <summary>Observed over expected: 0 closed, 1 as if there were no border, above 1 the two work together more than chance would.</summary>
    public double Permeability => Weight / Expected;
}
