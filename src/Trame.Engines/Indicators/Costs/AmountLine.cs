namespace Trame.Engines.Indicators.Costs;

/// <summary>A line of an estimate: the product of some hypotheses, gained or spent.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsCost">Spent; otherwise avoided or gained.</param>
/// <param name="Factors">Keys of hypotheses, multiplied.</param>
/// <param name="Years">Key of the number of years it lasts, or null: once.</param>
/// <param name="Discount">Key of the discount rate per year (0.03), or null: none; only with years. The first year is not discounted.</param>
public sealed record AmountLine(string Name, bool IsCost, IReadOnlyList<string> Factors, string? Years = null, string? Discount = null);
