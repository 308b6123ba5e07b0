namespace Trame.Engines.Indicators;

/// <summary>Ends a computation that has no answer; never leaves the engine.</summary>
internal sealed class CompositeException(CompositeProblem problem) : Exception
{
    public CompositeProblem Problem => problem;
}
