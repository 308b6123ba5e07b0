namespace Trame.Engines.Secrecy;

/// <summary>Why a table cannot be protected as it stands.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Cell">Number of the cell in the list that was given.</param>
/// <param name="Dimension">Number of the dimension concerned; −1 when it is about the figures.</param>
/// <param name="Detail">The code, the cell or the figures concerned.</param>
public sealed record DisclosureProblem(DisclosureFault Fault, int Cell, int Dimension, string Detail);
