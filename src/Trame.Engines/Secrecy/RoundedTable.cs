namespace Trame.Engines.Secrecy;

/// <summary>A table after <see cref="ControlledRounding"/>.</summary>
/// <param name="Figures">One per cell of the table, multiples of the base.</param>
/// <param name="Furthest">The largest distance to a true figure, in the figures' unit.</param>
/// <param name="Controlled">Whether every figure is within one base of the truth and every sum holds.</param>
/// <param name="Additive">Whether every sum holds. False only when the finest cells had to be rounded alone and linked tables tell a margin by details that differ.</param>
public sealed record RoundedTable(IReadOnlyList<double> Figures, double Furthest, bool Controlled, bool Additive);
