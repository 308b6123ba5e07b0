namespace Trame.Engines.FairBudget;

/// <summary>One round of equal shares.</summary>
/// <param name="Project">What is bought.</param>
/// <param name="Price">Per point of score.</param>
/// <param name="High">The winner's ρ is at most this.</param>
/// <param name="RunnerUp">Every other project's ρ is at least this, those that lost a flat tie left out.</param>
/// <param name="FlatTie">Another project had exactly the same ρ, both being cost / scores without anybody poor, and lost by the tie order.</param>
internal readonly record struct SharesPurchase(int Project, PriceFinder.Price Price, double High, double RunnerUp, bool FlatTie);
