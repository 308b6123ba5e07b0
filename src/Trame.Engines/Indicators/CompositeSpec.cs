namespace Trame.Engines.Indicators;

/// <summary>A composite index as its author defines it: every choice is written, so that every choice can be discussed.</summary>
public sealed record CompositeSpec
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public string? Source { get; init; }

    /// <summary>What its reader must know: what the source leaves out, what is our own reading.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>Columns of the data: the identifier of a unit, and if there are, its name, its population, its parent.</summary>
    public required UnitColumns Units { get; init; }

    /// <summary>The indicators; at least one has a direction.</summary>
    public required IReadOnlyList<IndicatorSpec> Indicators { get; init; }

    /// <summary>The groups; none: indicators make the index at once.</summary>
    public IReadOnlyList<GroupSpec> Groups { get; init; } = [];

    /// <summary>Missing values.</summary>
    public MissingData Missing { get; init; } = new(MissingRule.Drop);

    /// <summary>Extreme values.</summary>
    public Outliers Outliers { get; init; } = new(OutlierRule.Keep);

    /// <summary>Normalisation of the indicators.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.MinMax;

    /// <summary>How groups (or indicators) become the index.</summary>
    public Combination Combination { get; init; } = Combination.Mean;

    /// <summary>Number of classes of equal population (or of equal number of units), from the lowest; 0: none.</summary>
    public int Classes { get; init; }

    /// <summary>The other choices that could have been made; null: none is tried.</summary>
    public UncertaintySpec? Uncertainty { get; init; }
}
