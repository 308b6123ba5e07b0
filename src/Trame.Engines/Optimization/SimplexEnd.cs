namespace Trame.Engines.Optimization;

/// <summary>How one run of a simplex method ended.</summary>
internal enum SimplexEnd
{
    Done,
    Infeasible,
    Unbounded,
    Cutoff,
    Stopped,
}
