namespace Trame.Engines.Sortition;

/// <summary>What a search had to do.</summary>
/// <param name="Kinds">Kinds of interchangeable people.</param>
/// <param name="Rounds">Panels looked for.</param>
/// <param name="Cuts">Inequalities added because the quotas alone promised more than whole panels can give.</param>
/// <param name="Time">Time taken.</param>
public sealed record SortitionEffort(int Kinds, int Rounds, int Cuts, TimeSpan Time);
