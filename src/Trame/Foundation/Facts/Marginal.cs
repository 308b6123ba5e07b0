namespace Trame.Foundation.Facts;

/// <summary>A declared sum, never a row of people: « dimension age, value 60-74, count 5 ».</summary>
public sealed record Marginal(string Dimension, string Value, int Count);
