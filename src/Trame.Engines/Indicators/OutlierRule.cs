namespace Trame.Engines.Indicators;

/// <summary>What becomes of extreme values.</summary>
public enum OutlierRule
{
    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>Brought back to two quantiles.</summary>
    Winsorise,

    /// <summary>Brought back to the quartiles less and plus so many times their distance (Tukey 1977); left alone when the quartiles are equal.</summary>
    Tukey,
}
