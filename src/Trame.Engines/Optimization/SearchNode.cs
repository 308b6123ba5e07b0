namespace Trame.Engines.Optimization;

/// <summary>A part of the search still to explore: its parent's bounds, those tightened since, and the vertex to start from.</summary>
internal sealed record SearchNode(SearchNode? Parent, IReadOnlyList<SearchNode.Bounds> Tightened, double Bound, int Depth, VariableStatus[]? Start, int Branched, bool Up, double Distance)
{
    public readonly record struct Bounds(int Column, double Lower, double Upper);
}
