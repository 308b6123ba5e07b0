namespace Trame.Engines.Opportunities.Worksites;

/// <summary>Who goes where, and how good a better plan could still be.</summary>
public sealed record WorksitePlan
{
    /// <summary>Site of each volunteer; −1: waiting.</summary>
    public required IReadOnlyList<int> Sites { get; init; }

    /// <summary>The sum of all costs.</summary>
    public required double Cost { get; init; }

    /// <summary>No plan costs less.</summary>
    public required double Bound { get; init; }

    /// <summary>Whether the plan is proved best.</summary>
    public bool IsProved => Bound >= Cost - 1e-6;

    /// <summary>How many got their first wish, their second…; the last place counts those who got none of theirs or wait. Who wished nothing is not counted.</summary>
    public required IReadOnlyList<int> Wishes { get; init; }

    /// <summary>What lacks at each site, where something does.</summary>
    public required IReadOnlyList<WorksiteLack> Lacks { get; init; }

    /// <summary>People beyond the share of their group, all sites together.</summary>
    public required int Unmixed { get; init; }

    /// <summary>Volunteers sent elsewhere than they were told.</summary>
    public required IReadOnlyList<int> Moved { get; init; }

    /// <summary>Relaxations solved.</summary>
    public required int Nodes { get; init; }
}
