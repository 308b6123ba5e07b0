using Trame.Engines.OpinionMap;

namespace Trame.Engines.Tests.OpinionMap;

/// <summary>The first two principal components the plain way: a full matrix, means in the holes, its covariance, and orthogonal iteration until nothing moves.</summary>
internal static class DenseReference
{
    public static double[][] Components(VoteTable votes, IReadOnlySet<long> moderatedOut)
    {
        var (n, m) = (votes.ParticipantCount, votes.CommentCount);
        var covariance = new double[m, m];
        var matrix = Filled(votes, moderatedOut);
        for (var a = 0; a < m; a++)
            for (var b = 0; b < m; b++)
                for (var i = 0; i < n; i++) covariance[a, b] += matrix[i, a] * matrix[i, b];
        double[][] found = [.. Enumerable.Range(0, 2).Select(k => Enumerable.Range(0, m).Select(i => 1.0 / (i + k + 1)).ToArray())];
        for (var iteration = 0; iteration < 20_000; iteration++)
            for (var k = 0; k < 2; k++)
            {
                var next = new double[m];
                for (var a = 0; a < m; a++)
                    for (var b = 0; b < m; b++) next[a] += covariance[a, b] * found[k][b];
                if (k == 1) Remove(next, found[0]);
                Scale(next);
                found[k] = next;
            }

        return found;
    }

    // Through the public door: what a person voted is asked pair by pair.
    private static double[,] Filled(VoteTable votes, IReadOnlySet<long> moderatedOut)
    {
        var (n, m) = (votes.ParticipantCount, votes.CommentCount);
        var (matrix, seen) = (new double[n, m], new bool[n, m]);
        foreach (var vote in votes.All())
        {
            var (row, column) = (votes.RowOf(vote.Participant), votes.ColumnOf(vote.Comment));
            (matrix[row, column], seen[row, column]) = (vote.Value, true);
        }

        for (var column = 0; column < m; column++)
        {
            var count = Enumerable.Range(0, n).Count(i => seen[i, column]);
            var mean = count == 0 ? 0 : Enumerable.Range(0, n).Where(i => seen[i, column]).Sum(i => matrix[i, column]) / count;
            for (var i = 0; i < n; i++) matrix[i, column] = seen[i, column] && !moderatedOut.Contains(votes.Comments[column]) ? matrix[i, column] - mean : 0;
        }

        return matrix;
    }

    private static void Remove(double[] from, double[] direction)
    {
        var along = from.Zip(direction, (a, b) => a * b).Sum();
        for (var i = 0; i < from.Length; i++) from[i] -= along * direction[i];
    }

    private static void Scale(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => v * v));
        for (var i = 0; i < vector.Length; i++) vector[i] /= length;
    }
}
