namespace Trame.Cooperate.Agreements;

/// <summary>One commitment of one side: what, how much, by which day, and what will show that it was kept.</summary>
/// <param name="Quantity">In the unit of the kind; 1 or more.</param>
/// <param name="DueOn">ISO date.</param>
/// <param name="Proof">What will show it: an attendance sheet, a photo, a transfer.</param>
public sealed record Clause(Guid Id, Side Side, ClauseKind Kind, string What, long Quantity, string DueOn, string Proof)
{
    public const int WhatLength = 200;
    public const int ProofLength = 120;
    public const int MostPerSide = 20;
    public const long MostQuantity = 1_000_000_000;
}
