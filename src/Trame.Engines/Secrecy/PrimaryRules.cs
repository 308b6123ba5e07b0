namespace Trame.Engines.Secrecy;

/// <summary>Which cells are sensitive by themselves.</summary>
/// <remarks>Threshold: 0 &lt; count &lt; threshold; zero names nobody. Dominance (1, k): max &gt; k × value. p %: value − max − second &lt; p × max
/// (Hundepool et al. 2012, "Statistical Disclosure Control", 4.2). A second contribution that is unknown is taken as large as it can be, min(max, value − max):
/// never fewer cells than the rule with the true figure. Give holdings as counts and contributions when they are what must be protected.</remarks>
public sealed record PrimaryRules
{
    /// <summary>Least number of contributors of a shown cell; 11 households by default.</summary>
    public double Threshold { get; init; } = 11;

    /// <summary>The largest share of one contributor, in (0, 1]; null for no such rule.</summary>
    public double? Dominance { get; init; }

    /// <summary>How closely the largest contribution may be estimated, as a share of it, in (0, 1]; null for no such rule.</summary>
    public double? PPercent { get; init; }

    /// <summary>The first rule that a cell breaks.</summary>
    public PrimaryCause Of(TableCell cell)
    {
        if (cell.Count > 0 && cell.Count < Threshold) return PrimaryCause.Threshold;
        if (cell is not { Value: { } value, Max: { } max } || cell.Count <= 0) return PrimaryCause.None;
        if (max > Dominance * value) return PrimaryCause.Dominance;
        var second = cell.Second ?? Math.Min(max, Math.Max(0, value - max));
        return value - max - second < PPercent * max ? PrimaryCause.PPercent : PrimaryCause.None;
    }

    /// <summary>One cause per cell of a table.</summary>
    public IReadOnlyList<PrimaryCause> Of(DisclosureTable table) => [.. table.Cells.Select(Of)];
}
