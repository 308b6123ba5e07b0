namespace Trame.Engines.Optimization;

/// <summary>Computes, from multipliers of the rows, both sides of the contradiction that they prove.</summary>
internal static class FarkasCheck
{
    private const double Noise = 1e-9;

    public static InfeasibilityProof Prove(LinearModel model, double[] rowMultipliers)
    {
        var (z, size) = (new double[model.ColumnCount], new double[model.ColumnCount]);
        foreach (var (i, j, value) in model.Entries)
        {
            z[j] += rowMultipliers[i] * value;
            size[j] += Math.Abs(rowMultipliers[i] * value);
        }
        for (var j = 0; j < z.Length; j++) if (Math.Abs(z[j]) <= Noise * size[j]) z[j] = 0;
        double most = 0, least = 0;
        for (var j = 0; j < z.Length; j++) if (z[j] != 0) most += z[j] * (z[j] > 0 ? model.Upper(j) : model.Lower(j));
        for (var i = 0; i < rowMultipliers.Length; i++)
            if (rowMultipliers[i] != 0) least += rowMultipliers[i] * (rowMultipliers[i] > 0 ? model.RowLower(i) : model.RowUpper(i));
        return new(rowMultipliers, z, most, least);
    }
}
