namespace Trame.Cooperate.Agreements;

/// <summary>Both sides looked at the contract together, that day.</summary>
/// <param name="Day">ISO date.</param>
public sealed record Review(string Day, string Note);
