namespace Trame.Engines.Sortition;

/// <summary>A pool, quotas and a panel size. Holds: sizes, bounds and names agree; values are compared without case nor outer spaces.</summary>
public sealed class SortitionProblem
{
    /// <param name="categories">Names of the categories, the order of each candidate's values.</param>
    /// <param name="quotas">Quotas by value and by intersection of two values; a value of a category without a quota is free.</param>
    /// <param name="pool">Everyone who may be drawn, and those already selected.</param>
    /// <param name="size">Members of a whole panel, those already selected included; 1 ≤ size ≤ pool.</param>
    /// <param name="alreadySelected">Identifiers of members who stay (a replacement draw): they count in the quotas and are drawn with certainty.</param>
    /// <exception cref="ArgumentException">An identifier comes twice or is unknown, a quota names an unknown category, or bounds contradict themselves.</exception>
    public SortitionProblem(IReadOnlyList<string> categories, IReadOnlyList<Quota> quotas, IReadOnlyList<Candidate> pool, int size, IReadOnlyList<string>? alreadySelected = null)
    {
        (Categories, Quotas, Pool, Size, AlreadySelected) = (categories, quotas, pool, size, alreadySelected ?? []);
        if (size < 1 || size > pool.Count) throw new ArgumentException($"A panel of {size} cannot be drawn among {pool.Count} people.", nameof(size));
        var ids = new HashSet<string>();
        foreach (var person in pool)
        {
            if (!ids.Add(person.Id)) throw new ArgumentException($"The identifier {person.Id} comes twice.", nameof(pool));
            if (person.Values.Count != categories.Count) throw new ArgumentException($"{person.Id} has {person.Values.Count} values for {categories.Count} categories.", nameof(pool));
        }
        foreach (var quota in quotas) Check(quota);
        if (AlreadySelected.FirstOrDefault(id => !ids.Contains(id)) is { } unknown) throw new ArgumentException($"{unknown} is not in the pool.", nameof(alreadySelected));
        if (AlreadySelected.Distinct().Count() != AlreadySelected.Count || AlreadySelected.Count > size) throw new ArgumentException("More people are already selected than the panel has seats, or one of them twice.", nameof(alreadySelected));
    }

    /// <summary>Names of the categories.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Quotas by value and by intersection.</summary>
    public IReadOnlyList<Quota> Quotas { get; }

    /// <summary>Everyone who may be drawn.</summary>
    public IReadOnlyList<Candidate> Pool { get; }

    /// <summary>Members of a whole panel.</summary>
    public int Size { get; }

    /// <summary>Members who stay.</summary>
    public IReadOnlyList<string> AlreadySelected { get; }

    /// <summary>The form in which two values are compared.</summary>
    public static string Same(string text) => text.Trim().ToUpperInvariant();

    /// <summary>Whether a candidate counts in a quota.</summary>
    public bool Counts(Quota quota, Candidate person) =>
        Has(person, quota.Category, quota.Value) && (quota.OtherCategory is null || Has(person, quota.OtherCategory, quota.OtherValue ?? ""));

    private bool Has(Candidate person, string category, string value) => Same(person.Values[Index(category)]) == Same(value);

    private int Index(string category)
    {
        for (var c = 0; c < Categories.Count; c++)
            if (Same(Categories[c]) == Same(category)) return c;
        return -1;
    }

    private void Check(Quota quota)
    {
        if (Index(quota.Category) < 0 || quota.OtherCategory is { } other && Index(other) < 0) throw new ArgumentException($"The quota {quota} names a category that the people do not have.");
        if (quota.Min < 0 || quota.Max < quota.Min) throw new ArgumentException($"The quota {quota} asks for at least {quota.Min} and at most {quota.Max}.");
    }
}
