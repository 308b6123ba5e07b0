using Trame.Engines.OpinionMap;

namespace Trame.Benchmarks;

/// <summary>The components of the reference map the plain way: a full matrix of people × statements, means in the holes, power iteration. What sparse votes are measured against.</summary>
internal static class DenseReference
{
    public static double[][] Components(VoteTable votes, IReadOnlySet<long> moderatedOut, int iterations)
    {
        var matrix = Filled(votes, moderatedOut);
        var found = new double[2][];
        for (var k = 0; k < 2; k++)
        {
            var random = new Random(k);
            var vector = Enumerable.Range(0, votes.CommentCount).Select(_ => random.NextDouble()).ToArray();
            for (var i = 0; i < iterations; i++)
            {
                var next = new double[vector.Length];
                foreach (var row in matrix)
                {
                    var dot = 0.0;
                    for (var column = 0; column < row.Length; column++) dot += row[column] * vector[column];
                    for (var column = 0; column < row.Length; column++) next[column] += dot * row[column];
                }

                vector = Scaled(next);
            }

            found[k] = vector;
            foreach (var row in matrix)
            {
                var dot = 0.0;
                for (var column = 0; column < row.Length; column++) dot += row[column] * vector[column];
                for (var column = 0; column < row.Length; column++) row[column] -= dot * vector[column];
            }
        }

        return found;
    }

    private static double[][] Filled(VoteTable votes, IReadOnlySet<long> moderatedOut)
    {
        var matrix = Enumerable.Range(0, votes.ParticipantCount).Select(_ => Enumerable.Repeat(double.NaN, votes.CommentCount).ToArray()).ToArray();
        foreach (var vote in votes.All()) matrix[votes.RowOf(vote.Participant)][votes.ColumnOf(vote.Comment)] = vote.Value;
        for (var column = 0; column < votes.CommentCount; column++)
        {
            var mean = matrix.Select(row => row[column]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Average();
            foreach (var row in matrix) row[column] = double.IsNaN(row[column]) || moderatedOut.Contains(votes.Comments[column]) ? 0 : row[column] - mean;
        }

        return matrix;
    }

    private static double[] Scaled(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => v * v));
        return length == 0 ? vector : [.. vector.Select(v => v / length)];
    }
}
