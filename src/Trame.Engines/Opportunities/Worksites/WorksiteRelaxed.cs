namespace Trame.Engines.Opportunities.Worksites;

/// <summary>A relaxation solved.</summary>
/// <param name="Bound">No plan that respects what is settled costs less.</param>
/// <param name="Sites">A site for each person.</param>
/// <param name="Forced">For each family that parts, about what each site would add if it went there whole; null for the others.</param>
internal sealed record WorksiteRelaxed(long Bound, int[] Sites, long[]?[] Forced)
{
    /// <summary>Units that part, those that are easiest to bring together first.</summary>
    public int[] Parted => [.. Enumerable.Range(0, Forced.Length).Where(u => Forced[u] is not null).OrderBy(u => Forced[u]!.Min()).ThenBy(u => u)];

    /// <summary>Where a family would go at the least cost.</summary>
    public int Best(int unit) => Array.IndexOf(Forced[unit]!, Forced[unit]!.Min());
}
