using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>Solves the program of a <see cref="SimplexState"/> from whatever basis it holds.</summary>
/// <remarks>
/// Values outside bounds: the dual, on costs shifted where they must be, until all are inside or one cannot be. Then the true costs and the primal.
/// Each method may perturb what the other one repairs, so they alternate until both agree on the true program.
/// </remarks>
internal sealed class Simplex(SimplexState state)
{
    private const int Rounds = 50;
    private readonly DualSimplex _dual = new(state);
    private readonly PrimalSimplex _primal = new(state);

    public SimplexState State { get; } = state;
    public DualSimplex Dual => _dual;
    public PrimalSimplex Primal => _primal;

    public SimplexEnd Solve(Budget budget, double cutoff = double.PositiveInfinity)
    {
        for (var round = 0; round < Rounds; round++)
        {
            Restore();
            var (inside, right) = (ValuesAreInside(), CostsAreRight());
            if (inside && right) return SimplexEnd.Done;
            var end = inside ? _primal.Run(budget) : _dual.Run(budget, cutoff);
            if (end == SimplexEnd.Done && !State.CostsMoved && !State.BoundsMoved) return end; // checked on true costs and bounds
            if (end == SimplexEnd.Done) continue;
            if (end != SimplexEnd.Unbounded || !State.BoundsMoved) return end;
            Restore();
            if (ValuesAreInside()) return end;
        }
        budget.StopBecause(SolveStatus.IterationLimit); // the arithmetic does not settle: an honest stop, never a wrong answer
        return SimplexEnd.Stopped;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Restore()
    {
        State.RestoreBounds();
        State.RestoreCosts();
        for (var j = 0; j < State.Count; j++) if (State.Place[j] < 0) State.SetNonbasic(j, State.Status[j]);
        if (!State.Factored) State.Factorise();
        State.ComputeValues();
        State.ComputeReducedCosts();
    }

    private bool ValuesAreInside()
    {
        foreach (var j in State.Head) if (State.Violation(j) != 0) return false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool CostsAreRight()
    {
        for (var j = 0; j < State.Count; j++) if (State.DualViolation(j) != 0) return false;
        return true;
    }
}
