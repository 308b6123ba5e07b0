using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>Which other cells to hide so that no sensitive one can be computed, or nearly.</summary>
/// <remarks>
/// The cell suppression problem (Fischetti and Salazar-González 2001, Management Science 47): least cost such that for each sensitive cell a reader's interval contains
/// a − need and a + need. Small tables: cutting planes over an integer program, each cut from the dual of an attack, until the best pattern is proved least or time ends.
/// Large tables: cubes of cells that can move together (a dimension in which nothing can give moves its margins up to the total, so that a sparse table has moves too) and,
/// up to some thousands of cells, movements that protect many cells at once. The pattern given is always protected, each protection by a table that readers cannot rule out.
/// Deterministic without a time limit.
/// </remarks>
public static class SecondarySuppression
{
    /// <summary>Hides.</summary>
    /// <param name="table">The table, or linked tables as one.</param>
    /// <param name="primary">For each cell, whether it is sensitive.</param>
    /// <param name="options">Protection, objective, limits.</param>
    /// <param name="stop">Ends the search with the best protected pattern so far.</param>
    public static SuppressionPlan Of(DisclosureTable table, IReadOnlyList<bool> primary, SuppressionOptions? options = null, CancellationToken stop = default) => Of(table, primary, options ?? new(), null, stop);

    internal static SuppressionPlan Of(DisclosureTable table, IReadOnlyList<bool> primary, SuppressionOptions options, Action<string>? tell, CancellationToken stop)
    {
        var problem = new SuppressionProblem(table, primary, options);
        var search = new SecondarySearch(table, problem, options, stop, tell);
        var hidden = search.Run([.. Enumerable.Range(0, problem.Count).Select(i => !problem.Known[i])]);
        return new()
        {
            Primary = [.. Enumerable.Range(0, problem.Count).Where(i => problem.Primary[i])],
            Secondary = [.. Enumerable.Range(0, problem.Count).Where(i => hidden[i] && !problem.Primary[i])],
            Cost = problem.Cost(hidden),
            Bound = search.Optimal ? problem.Cost(hidden) : Math.Min(search.Bound, problem.Cost(hidden)),
            Optimal = search.Optimal,
            Unprotected = [.. search.Unprotected.Order()],
        };
    }
}
