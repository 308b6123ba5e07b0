namespace Trame.Engines.Indicators.Areas;

/// <summary>What was counted in an area.</summary>
/// <param name="Events">Number of events, not negative.</param>
/// <param name="Exposure">What they are counted against: people, person-years, or events expected; positive.</param>
public readonly record struct AreaCount(double Events, double Exposure)
{
    /// <summary>Events per unit of exposure.</summary>
    public double Rate => Events / Exposure;

    internal static void Check(IReadOnlyList<AreaCount> areas, string name)
    {
        ArgumentNullException.ThrowIfNull(areas, name);
        foreach (var area in areas)
            if (!(area.Events >= 0) || !(area.Exposure > 0) || area.Events > 1e12 || area.Exposure > 1e12) throw new ArgumentException($"events at least 0 and exposure above 0, both below 1e12, not {area.Events} and {area.Exposure}.", name);
    }
}
