namespace Trame.Engines.Indicators;

/// <summary>A choice that is drawn again.</summary>
public enum ChoiceKind
{
    /// <summary>How indicators are brought to one scale.</summary>
    Normalisation,

    /// <summary>Who weighs what.</summary>
    Weights,

    /// <summary>How parts become a whole.</summary>
    Aggregation,

    /// <summary>What becomes of missing values.</summary>
    Missing,

    /// <summary>What becomes of extreme values.</summary>
    Outliers,

    /// <summary>How much each weight is, around what it is.</summary>
    WeightSpread,

    /// <summary>Which indicator is left out.</summary>
    LeaveOut,

    /// <summary>The values themselves, within their standard error.</summary>
    Data,
}
