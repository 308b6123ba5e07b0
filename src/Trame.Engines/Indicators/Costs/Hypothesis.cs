namespace Trame.Engines.Indicators.Costs;

/// <summary>One hypothesis of an estimate, and who says so.</summary>
/// <param name="Key">Its name in the estimate, unique.</param>
/// <param name="Law">How it may be wrong.</param>
/// <param name="Low">Least value (5 % quantile of a log-normal one).</param>
/// <param name="Mode">Likeliest value; only for laws that have one. The value itself when it is known.</param>
/// <param name="High">Most (95 % quantile of a log-normal one).</param>
/// <param name="Source">Who says so; a hypothesis without a source is refused.</param>
public sealed record Hypothesis(string Key, HypothesisLaw Law, double Low, double Mode, double High, string Source);
