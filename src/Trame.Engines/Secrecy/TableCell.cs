namespace Trame.Engines.Secrecy;

/// <summary>One published figure: where it stands and what it adds up.</summary>
/// <param name="Codes">One code per dimension of its table, margins included.</param>
/// <param name="Count">Contributors (households, people, enterprises; or holdings when they are what must be protected), ≥ 0.</param>
/// <param name="Value">Σ of their contributions, ≥ 0; null in a table of counts.</param>
/// <param name="Max">The largest contribution; null when unknown.</param>
/// <param name="Second">The second largest contribution; null when unknown.</param>
public sealed record TableCell(IReadOnlyList<string> Codes, double Count, double? Value = null, double? Max = null, double? Second = null);
