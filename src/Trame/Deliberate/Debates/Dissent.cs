namespace Trame.Deliberate.Debates;

/// <summary>A disagreement that goes with the arbitration, in the words of those who hold it (R10).</summary>
public sealed record Dissent(Guid Id, string By, string Text);
