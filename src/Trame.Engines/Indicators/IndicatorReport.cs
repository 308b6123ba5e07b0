namespace Trame.Engines.Indicators;

/// <summary>What an indicator is in the index.</summary>
/// <param name="Weight">Its weight inside its group (or in the whole); null when it does not count or when each unit has its own.</param>
/// <param name="Missing">Units without it.</param>
/// <param name="Treated">Extreme values brought back.</param>
/// <param name="Least">Least observed, before any treatment; null: nowhere observed.</param>
/// <param name="Most">Most observed.</param>
/// <param name="Mean">Mean observed.</param>
/// <param name="Deviation">Standard deviation (n − 1).</param>
/// <param name="Correlation">Of its normalised value with the score; negative: it pulls the other way.</param>
/// <param name="Effect">Share of the variance of the scores that comes through it; they add up to 1 when all add up. Null when the way of putting together does not allow it.</param>
public sealed record IndicatorReport(double? Weight, int Missing, int Treated, double? Least, double? Most, double? Mean, double? Deviation, double? Correlation, double? Effect);
