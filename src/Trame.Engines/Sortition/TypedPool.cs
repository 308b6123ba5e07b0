namespace Trame.Engines.Sortition;

/// <summary>
/// The pool as kinds of interchangeable people. Two people are of one kind when they count in the same quotas and, if they share a household with others, when
/// their households are made alike. A panel is then a count per kind, and every anonymous optimum is found on counts.
/// </summary>
/// <remarks>
/// Rows of the panel: the size; each quota that can bind; each class of like households that holds several kinds (at most one person each). A kind whose household
/// class has h households counts at most h. O(people × quotas) time.
/// </remarks>
internal sealed class TypedPool
{
    public TypedPool(SortitionProblem problem)
    {
        Problem = problem;
        var counts = Counts(problem);
        var stay = problem.AlreadySelected.ToHashSet();
        var (staying, free) = (new List<int>(), new List<int>());
        for (var i = 0; i < problem.Pool.Count; i++) (stay.Contains(problem.Pool[i].Id) ? staying : free).Add(i);
        var taken = staying.Select(i => problem.Pool[i].Household).Where(h => h is not null).ToHashSet();
        Staying = staying;
        Seats = problem.Size - staying.Count;
        var classes = HouseholdClasses([.. free.Where(i => problem.Pool[i].Household is not { } home || !taken.Contains(home))], counts);
        var held = new int[problem.Quotas.Count];
        foreach (var quota in staying.SelectMany(i => counts[i])) held[quota]++;
        var (kinds, rows) = (new List<Kind>(), new List<PanelRow> { new(null, Seats, Seats) });
        for (var q = 0; q < held.Length; q++) rows.Add(new(problem.Quotas[q], problem.Quotas[q].Min - held[q], problem.Quotas[q].Max - held[q]));
        foreach (var homes in classes)
        {
            var members = homes[0].Select((_, place) => place).GroupBy(place => Signature(counts[homes[0][place]])).ToList();
            if (members.Count > 1) rows.Add(new(null, 0, homes.Count));
            foreach (var alike in members)
                kinds.Add(new([.. homes.SelectMany(home => alike.Select(place => home[place]))], homes.Count, homes[0].Count == 1 ? [] : homes, [0, .. counts[homes[0][alike.First()]].Select(q => q + 1), .. members.Count > 1 ? [rows.Count - 1] : Array.Empty<int>()]));
        }
        (Kinds, Rows) = (kinds, rows);
    }

    public SortitionProblem Problem { get; }

    public IReadOnlyList<Kind> Kinds { get; }

    /// <summary>The first row is the size, the next ones are the quotas in their order, the others are classes of households.</summary>
    public IReadOnlyList<PanelRow> Rows { get; }

    /// <summary>Places in the pool of those already selected.</summary>
    public IReadOnlyList<int> Staying { get; }

    /// <summary>Seats still to fill.</summary>
    public int Seats { get; }

    /// <summary>A kind of people.</summary>
    /// <param name="People">Places in the pool; in a class of households, all those of the first home, then of the second…</param>
    /// <param name="Most">At most so many in one panel.</param>
    /// <param name="Homes">The like households of these people, each a list of places in the pool; empty when nobody shares theirs.</param>
    /// <param name="In">The rows where the kind counts.</param>
    public sealed record Kind(IReadOnlyList<int> People, int Most, IReadOnlyList<IReadOnlyList<int>> Homes, IReadOnlyList<int> In);

    /// <summary>What a panel must hold: between <paramref name="Min"/> and <paramref name="Max"/> of the kinds that count in it.</summary>
    public sealed record PanelRow(Quota? Quota, int Min, int Max);

    private static int[][] Counts(SortitionProblem problem)
    {
        var counts = new List<int>[problem.Pool.Count];
        for (var i = 0; i < counts.Length; i++) counts[i] = [];
        var categories = problem.Categories.Select((name, index) => (SortitionProblem.Same(name), index)).ToDictionary(c => c.Item1, c => c.index);
        var values = problem.Pool.Select(person => person.Values.Select(SortitionProblem.Same).ToArray()).ToArray();
        for (var q = 0; q < problem.Quotas.Count; q++)
        {
            var quota = problem.Quotas[q];
            var (category, value) = (categories[SortitionProblem.Same(quota.Category)], SortitionProblem.Same(quota.Value));
            var (other, otherValue) = quota.OtherCategory is { } second ? (categories[SortitionProblem.Same(second)], SortitionProblem.Same(quota.OtherValue ?? "")) : (category, value);
            for (var i = 0; i < values.Length; i++)
                if (values[i][category] == value && values[i][other] == otherValue) counts[i].Add(q);
        }
        return [.. counts.Select(c => c.ToArray())];
    }

    /// <summary>Classes of households made alike; each household lists its people in the order of their signatures.</summary>
    private List<List<IReadOnlyList<int>>> HouseholdClasses(List<int> free, int[][] counts) =>
        [.. free.GroupBy(i => Problem.Pool[i].Household ?? $"\0{i}")
            .Select(home => home.OrderBy(i => Signature(counts[i]), StringComparer.Ordinal).ToList())
            .GroupBy(home => string.Join('|', home.Select(i => Signature(counts[i]))))
            .Select(alike => alike.Select(home => (IReadOnlyList<int>)home).ToList())];

    private static string Signature(int[] counts) => string.Join(',', counts);
}
