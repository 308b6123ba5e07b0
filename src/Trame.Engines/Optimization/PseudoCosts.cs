namespace Trame.Engines.Optimization;

/// <summary>What rounding each column up or down has cost so far, per unit.</summary>
internal sealed class PseudoCosts(int columns)
{
    private readonly double[] _up = new double[columns], _down = new double[columns];
    private readonly int[] _upCount = new int[columns], _downCount = new int[columns];

    public int Count => columns;

    public void Learn(int column, bool up, double loss, double distance)
    {
        if (distance < 1e-9 || !double.IsFinite(loss)) return;
        if (up) { _up[column] += Math.Max(0, loss) / distance; _upCount[column]++; }
        else { _down[column] += Math.Max(0, loss) / distance; _downCount[column]++; }
    }

    /// <summary>Loss expected on one side; the penalty, a proved part of it, is a floor.</summary>
    public double Expect(int column, bool up, double distance, double penalty)
    {
        var count = up ? _upCount[column] : _downCount[column];
        return count == 0 ? penalty : Math.Max(penalty, (up ? _up[column] : _down[column]) / count * distance);
    }
}
