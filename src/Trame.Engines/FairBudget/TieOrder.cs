namespace Trame.Engines.FairBudget;

/// <summary>Which of several projects goes first when a rule finds them exactly equal: a total order, known before the count.</summary>
/// <remarks>Nothing is drawn by lot and nothing depends on the order of rows in a file.</remarks>
public sealed class TieOrder
{
    private readonly int[] _rank;

    private TieOrder(IEnumerable<int> order)
    {
        var sorted = order.ToArray();
        _rank = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++) _rank[sorted[i]] = i;
    }

    /// <summary>The order of this house: more votes, then lower cost, then the id as Unicode text (« 10 » before « 9 »).
    /// The first two are those of the real elections decided by equal shares.</summary>
    public static TieOrder Published(BudgetElection election)
    {
        var votes = election.Votes();
        return new(Indices(election).OrderByDescending(p => votes[p]).ThenBy(p => election.Costs[p]).ThenBy(p => election.Projects[p].Id, CodePoints.Order));
    }

    /// <summary>The id alone, as Unicode text: the order of pabutools.</summary>
    public static TieOrder ById(BudgetElection election) => new(Indices(election).OrderBy(p => election.Projects[p].Id, CodePoints.Order));

    /// <summary>Any order.</summary>
    /// <param name="election">The election.</param>
    /// <param name="first">Every project's index, the one that wins ties first.</param>
    /// <exception cref="ArgumentException">Not every project once.</exception>
    public static TieOrder Of(BudgetElection election, IReadOnlyList<int> first)
    {
        if (!first.Order().SequenceEqual(Indices(election))) throw new ArgumentException("A tie order names every project once.", nameof(first));
        return new(first);
    }

    /// <summary>0 for the project that wins every tie.</summary>
    public int Rank(int project) => _rank[project];

    private static IEnumerable<int> Indices(BudgetElection election) => Enumerable.Range(0, election.Projects.Count);

    /// <summary>By Unicode code point; .NET's ordinal order compares halves of characters and differs beyond the first plane.</summary>
    private sealed class CodePoints : IComparer<string>
    {
        public static readonly CodePoints Order = new();

        public int Compare(string? x, string? y)
        {
            var (a, b) = (x!.EnumerateRunes(), y!.EnumerateRunes());
            while (true)
            {
                var (more, moreToo) = (a.MoveNext(), b.MoveNext());
                if (!more || !moreToo) return more.CompareTo(moreToo);
                if (a.Current != b.Current) return a.Current.CompareTo(b.Current);
            }
        }
    }
}
