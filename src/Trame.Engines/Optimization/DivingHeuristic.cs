namespace Trame.Engines.Optimization;

/// <summary>Looks for a whole point below a node: fixes columns near whole values one after the other, solving between, turning back at most once at each.</summary>
internal sealed class DivingHeuristic(IntegerProgram program, Incumbent incumbent, Budget budget)
{
    /// <summary>Dives from the present vertex and comes back to it. True when the best point became better.</summary>
    public bool Run()
    {
        double[] lower = [.. program.Lower], upper = [.. program.Upper];
        var statuses = program.Statuses();
        var improved = Dive();
        program.Restore(lower, upper, statuses);
        program.Solve(budget, double.PositiveInfinity);
        return improved;
    }

    private bool Dive()
    {
        var improved = false;
        for (var depth = 0; depth <= program.Integers.Length; depth++)
        {
            var fractional = program.Fractional();
            improved |= incumbent.OfferRounded(fractional.Count == 0);
            if (fractional.Count == 0 || program.Objective >= incumbent.Cutoff) return improved;
            var j = Nearest(fractional);
            var (value, oldLower, oldUpper) = (program.Value(j), program.Lower[j], program.Upper[j]);
            var up = value - Math.Floor(value) >= 0.5;
            if (!Go(j, up, value, oldLower, oldUpper) && (budget.Stopped is not null || !Go(j, !up, value, oldLower, oldUpper))) return improved;
        }
        return improved;
    }

    private bool Go(int j, bool up, double value, double lower, double upper)
    {
        program.SetBounds(j, up ? Math.Ceiling(value) : lower, up ? upper : Math.Floor(value));
        return program.Solve(budget, incumbent.Cutoff) == SimplexEnd.Done;
    }

    private int Nearest(List<int> fractional)
    {
        var (best, least) = (-1, 2.0);
        foreach (var j in fractional)
        {
            var part = program.Value(j) - Math.Floor(program.Value(j));
            var distance = part >= 0.5 ? 1 - part : part + 0.2; // rounding up settles more than rounding down
            if (distance < least) (best, least) = (j, distance);
        }
        return best;
    }
}
