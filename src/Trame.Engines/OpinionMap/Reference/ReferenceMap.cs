namespace Trame.Engines.OpinionMap.Reference;

/// <summary>Everything the reference pipeline computes on one state of the votes.</summary>
/// <param name="Votes">The votes it was computed on.</param>
/// <param name="Center">Mean vote per column (agree = 1).</param>
/// <param name="Components">Two unit vectors by column.</param>
/// <param name="X">First coordinate per row.</param>
/// <param name="Y">Second coordinate per row.</param>
/// <param name="GroupOf">Group per row: its index in <paramref name="Groups"/>, -1 for who does not count.</param>
/// <param name="Groups">Clusters of base clusters; their order is the order of their ids.</param>
/// <param name="Silhouettes">Mean silhouette for each number of groups tried.</param>
/// <param name="State">To carry to the next update.</param>
public sealed record ReferenceMap(
    VoteTable Votes, double[] Center, IReadOnlyList<double[]> Components, double[] X, double[] Y, int[] GroupOf,
    IReadOnlyList<Cluster> Groups, IReadOnlyDictionary<int, double> Silhouettes, ReferenceState State)
{
    /// <summary>Norm of each statement's own projection: how far agreeing with it alone sends someone from the centre.</summary>
    public double[] Extremities()
    {
        var extremities = new double[Center.Length];
        for (var column = 0; column < extremities.Length; column++)
        {
            var squares = Components.Sum(p => p[column] * p[column]);
            extremities[column] = Math.Sqrt(squares * Center.Length) * Math.Abs(1 - Center[column]);
        }

        return extremities;
    }
}
