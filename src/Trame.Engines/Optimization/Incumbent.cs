using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>The best whole point so far, and what a node must promise to be worth exploring.</summary>
internal sealed class Incumbent(LinearModel model, IntegerProgram program, SolveLimits limits)
{
    private const double Feasibility = 1e-7;
    private readonly double _grain = Grain(model);

    public double[]? Values { get; private set; }

    /// <summary>In the simplex's units; +∞ without a point.</summary>
    public double Objective { get; private set; } = double.PositiveInfinity;

    public double AuthorObjective { get; private set; }

    /// <summary>A node whose bound is at least this cannot give a point better by more than the gap asked for.</summary>
    public double Cutoff { get; private set; } = double.PositiveInfinity;

    /// <summary>The same bound brought up to a value that the objective can take.</summary>
    public double Sharpen(double bound)
    {
        var grain = _grain * program.FromAuthorScale;
        return grain == 0 || Values is null || !double.IsFinite(bound) ? bound : Objective - grain * Math.Floor((Objective - bound) / grain + 1e-6);
    }

    /// <summary>Offers the vertex of the simplex with its integer columns rounded; <paramref name="whole"/> when they are whole already.</summary>
    public bool OfferRounded(bool whole)
    {
        if (!whole && !program.RoundedMayFit()) return false;
        var values = new double[model.ColumnCount];
        for (var j = 0; j < values.Length; j++) values[j] = Math.Clamp(model.IsInteger(j) ? Math.Round(program.Value(j)) : program.Value(j), program.Lower[j], program.Upper[j]);
        return Offer(values) || (whole && !program.OnlyIntegers && OfferWithContinuousSolved(values));
    }

    /// <summary>Takes a point if it is feasible and better.</summary>
    public bool Offer(IReadOnlyList<double> point)
    {
        var values = new double[point.Count];
        for (var j = 0; j < values.Length; j++) values[j] = model.IsInteger(j) && Math.Abs(point[j] - Math.Round(point[j])) <= IntegerProgram.Integrality ? Math.Round(point[j]) : point[j];
        var author = LinearAnswer.Objective(model, values);
        var objective = program.FromAuthor(author);
        if (!(objective < Objective) || !Feasible(values)) return false;
        (Values, Objective, AuthorObjective) = (values, objective, author);
        var allowed = Math.Max(limits.AbsoluteGap, limits.RelativeGap * Math.Max(1, Math.Abs(author)));
        Cutoff = objective - Math.Max(allowed, _grain * (1 - 1e-5)) * program.FromAuthorScale;
        return true;
    }

    private bool OfferWithContinuousSolved(double[] values)
    {
        double[] lower = [.. program.Lower], upper = [.. program.Upper];
        var statuses = program.Statuses();
        foreach (var j in program.Integers) program.SetBounds(j, values[j], values[j]);
        var end = program.Solve(new Budget(SolveLimits.None with { Iterations = 10_000 }, CancellationToken.None), double.PositiveInfinity);
        var taken = false;
        if (end == SimplexEnd.Done)
        {
            for (var j = 0; j < values.Length; j++) if (!model.IsInteger(j)) values[j] = Math.Clamp(program.Value(j), model.Lower(j), model.Upper(j));
            taken = Offer(values);
        }
        program.Restore(lower, upper, statuses);
        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Feasible(double[] values)
    {
        for (var j = 0; j < values.Length; j++)
        {
            if (model.IsInteger(j) && values[j] != Math.Round(values[j])) return false;
            if (!Within(values[j], model.Lower(j), model.Upper(j), 1)) return false;
        }
        var (activity, size) = (new double[model.RowCount], new double[model.RowCount]);
        foreach (var (i, j, value) in model.Entries)
        {
            activity[i] += value * values[j];
            size[i] = Math.Max(size[i], Math.Abs(value * values[j]));
        }
        for (var i = 0; i < activity.Length; i++) if (!Within(activity[i], model.RowLower(i), model.RowUpper(i), Math.Max(1, size[i]))) return false;
        return true;
    }

    private static bool Within(double value, double lower, double upper, double size) => value >= lower - Feasibility * size && value <= upper + Feasibility * size;

    /// <summary>The objective only takes multiples of this: the greatest common divisor of whole costs on integer columns; 0 when there is none.</summary>
    private static double Grain(LinearModel model)
    {
        long grain = 0;
        for (var j = 0; j < model.ColumnCount; j++)
        {
            var cost = Math.Abs(model.Cost(j));
            if (cost == 0) continue;
            if (!model.IsInteger(j) || cost != Math.Round(cost) || cost > 1e9) return 0;
            for (var (a, b) = ((long)cost, grain); ; (a, b) = (b, a % b)) if (b == 0) { grain = a; break; }
        }
        return grain;
    }
}
