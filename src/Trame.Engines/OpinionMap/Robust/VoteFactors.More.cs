namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Some more votes: only their authors are placed again before the statements move; then everybody once.</summary>
internal sealed partial class VoteFactors
{
    private double[]? _brought; // to the statements by the people as the last sweep left them

    /// <summary>One sweep over all the votes from the last factors of the same conversation.</summary>
    /// <remarks>
    /// What people bring to the statements is a sum: the part of those whose votes changed is taken out and put in again, and the rest, which no new loading has moved yet, is not read. O(votes) once for the people,
    /// nothing else but the changed ones.
    /// </remarks>
    /// <param name="last">Factors of fewer votes; a line keeps its place in both.</param>
    /// <param name="rows">Votes by person.</param>
    /// <param name="columns">The same votes by statement.</param>
    /// <param name="seed">For the first loadings of new statements.</param>
    /// <param name="stop">Cancels before the sweep.</param>
    public static VoteFactors Continue(VoteFactors last, SparseSide rows, SparseSide columns, ulong seed, CancellationToken stop)
    {
        var factors = new VoteFactors(rows, columns);
        factors.Start(new SeededRandom(seed), last);
        last._loadingSquares.CopyTo(factors._loadingSquares, 0);
        last._means.CopyTo(factors._means, 0);
        last._meanSquares.CopyTo(factors._meanSquares, 0);
        stop.ThrowIfCancellationRequested();
        var brought = new double[columns.Count * Sums];
        last.Brought().CopyTo(brought, 0);
        for (var row = 0; row < rows.Count; row++)
        {
            if (row < last._rows.Count && Same(last._rows, rows, row)) continue;
            if (row < last._rows.Count) last.Scatter(row, brought, -1);
            factors.UpdatePerson(row);
            factors.Scatter(row, brought);
        }

        factors.UpdateStatements(brought);
        factors._brought = factors.UpdatePeople();
        factors.Sweeps = 1;
        return factors;
    }

    private double[] Brought()
    {
        if (_brought is not null) return _brought;
        var brought = new double[_columns.Count * Sums];
        for (var row = 0; row < _rows.Count; row++) Scatter(row, brought);
        return _brought = brought;
    }

    private static bool Same(SparseSide a, SparseSide b, int row) =>
        a.Index.AsSpan(a.Start[row], a.LengthOf(row)).SequenceEqual(b.Index.AsSpan(b.Start[row], b.LengthOf(row))) && a.Values.AsSpan(a.Start[row], a.LengthOf(row)).SequenceEqual(b.Values.AsSpan(b.Start[row], b.LengthOf(row)));
}
