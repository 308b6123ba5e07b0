namespace Trame.Engines.Indicators;

/// <summary>What a group is in the index.</summary>
/// <param name="Weight">Its weight; null when it does not count or when each unit has its own.</param>
/// <param name="Correlation">Of its score with the whole.</param>
/// <param name="ExplainedShare">Share of the variance of its indicators held by their first component, when weights come from it.</param>
public sealed record GroupReport(double? Weight, double? Correlation, double? ExplainedShare);
