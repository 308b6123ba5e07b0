namespace Trame.Engines.Optimization;

/// <summary>A vertex, told by the status of every column and every row: what a later solve can start from.</summary>
/// <remarks>As many are <see cref="VariableStatus.Basic"/> as there are rows. A solver repairs a basis that is not regular.</remarks>
/// <param name="Columns">One status per column.</param>
/// <param name="Rows">One status per row.</param>
public sealed record Basis(IReadOnlyList<VariableStatus> Columns, IReadOnlyList<VariableStatus> Rows);
