namespace Trame.Engines.Indicators;

/// <summary>One way to compute an index: what the spec says, or what a run drew instead.</summary>
internal sealed record CompositeChoices(Normalisation Normalisation, MissingData Missing, Outliers Outliers, WeightRule Weights, Aggregation Aggregation)
{
    /// <summary>Number of the indicator that is left out, or −1.</summary>
    public int LeftOut { get; init; } = -1;

    /// <summary>What multiplies the weight of each indicator; null: 1.</summary>
    public double[]? IndicatorFactors { get; init; }

    /// <summary>What multiplies the weight of each group.</summary>
    public double[]? GroupFactors { get; init; }

    /// <summary>Values drawn again; null: those of the data.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Values { get; init; }

    /// <summary>Whether the bound of an order is asked; runs do without.</summary>
    public bool Proves { get; init; } = true;

    public static CompositeChoices Of(CompositeSpec spec) => new(spec.Normalisation, spec.Missing, spec.Outliers, spec.Combination.Weights, spec.Combination.Aggregation);
}
