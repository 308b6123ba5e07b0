namespace Trame.Engines.Indicators;

/// <summary>One indicator of an index, as its author defines it.</summary>
/// <param name="Column">Its name in the data; unique in the spec.</param>
/// <param name="Direction">What more of it does to the index.</param>
public sealed record IndicatorSpec(string Column, Direction Direction)
{
    /// <summary>Its name for a reader.</summary>
    public string? Name { get; init; }

    /// <summary>Its weight beside the others of its group, not negative.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What is done to it first; bounds and target are said before it.</summary>
    public Transform Transform { get; init; }

    /// <summary>A least value fixed beforehand for min-max; null: the least observed.</summary>
    public double? Least { get; init; }

    /// <summary>A most fixed beforehand; null: the most observed. Values are held between fixed bounds.</summary>
    public double? Most { get; init; }

    /// <summary>The target, for the rule <see cref="NormalisationRule.Target"/>.</summary>
    public double? Target { get; init; }

    /// <summary>The floor of that rule; null: the worst observed.</summary>
    public double? Floor { get; init; }

    /// <summary>Standard error of its values, in its unit: drawn again at each run of the uncertainty.</summary>
    public double Error { get; init; }
}
