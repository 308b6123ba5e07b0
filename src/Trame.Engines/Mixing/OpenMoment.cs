namespace Trame.Engines.Mixing;

/// <summary>Attendance of a moment open to all, as it was declared.</summary>
/// <param name="Place">Number of the place.</param>
/// <param name="Counts">People of each group, at least 0.</param>
/// <param name="Undeclared">People there whose group is not known.</param>
/// <remarks>A moment reserved for a public is a <see cref="ReservedMoment"/>: no index of mixing takes one.</remarks>
public sealed record OpenMoment(int Place, IReadOnlyList<int> Counts, int Undeclared = 0);
