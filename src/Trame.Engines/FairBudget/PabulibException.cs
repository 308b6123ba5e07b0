namespace Trame.Engines.FairBudget;

/// <summary>Carries the first problem out of the reader; never seen outside.</summary>
internal sealed class PabulibException(PabulibProblem problem) : FormatException(problem.ToString())
{
    public PabulibProblem Problem { get; } = problem;
}
