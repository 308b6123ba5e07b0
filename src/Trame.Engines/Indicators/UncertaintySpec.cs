namespace Trame.Engines.Indicators;

/// <summary>The choices that are drawn again; a list with fewer than two entries leaves the choice of the spec alone.</summary>
public sealed record UncertaintySpec
{
    /// <summary>Size of the sample, 16 to 100,000; the index is computed (2 + choices) times as often. When all choices together are fewer combinations than that, every one is computed instead, once.</summary>
    public int Runs { get; init; } = 1000;

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Share of the runs inside the interval of a rank, in (0, 1).</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>Other normalisations of the indicators.</summary>
    public IReadOnlyList<Normalisation> Normalisations { get; init; } = [];

    /// <summary>Other rules of weights, of groups or, without groups, of indicators.</summary>
    public IReadOnlyList<WeightRule> Weights { get; init; } = [];

    /// <summary>Other aggregations, at the same place.</summary>
    public IReadOnlyList<Aggregation> Aggregations { get; init; } = [];

    /// <summary>Other rules for missing values.</summary>
    public IReadOnlyList<MissingData> Missing { get; init; } = [];

    /// <summary>Other rules for extreme values.</summary>
    public IReadOnlyList<Outliers> Outliers { get; init; } = [];

    /// <summary>Each weight is multiplied by a number drawn in [1 − spread, 1 + spread], spread in [0, 1]; 0: not drawn. Without effect on the first component and on data envelopment.</summary>
    public double WeightSpread { get; init; }

    /// <summary>Each indicator is left out in turn, and none is.</summary>
    public bool LeaveOut { get; init; }

    /// <summary>Values are drawn again within their standard error.</summary>
    public bool Data { get; init; }
}
