namespace Trame.Engines.Sortition;

/// <summary>Writes expected counts per kind as a mixture of panels, or proves that no mixture has them by an inequality that all panels satisfy.</summary>
/// <remarks>Wolfe's nearest-point algorithm; its direction, the difference between target and mixture, prices the next panel. A heuristic panel that brings the mixture nearer is enough; the exact search only answers when heuristics find none.</remarks>
internal sealed class Decomposition(PanelProgram program)
{
    private const double Exact = 1e-10;
    private const double Share = 0.1;

    private readonly IReadOnlyList<TypedPool.Kind> _kinds = program.Pool.Kinds;

    public Corral Corral { get; } = new(program.Pool.Kinds);

    public int Rounds { get; private set; }

    public int ExactSearches { get; private set; }

    /// <returns>Null when the corral's mixture has the target or the time is over; otherwise a valid inequality that the target violates.</returns>
    public (double[] Weights, double Most)? Approach(double[] target, Action<int, double>? progress, CancellationToken stop)
    {
        Corral.Aim(target);
        var direction = new double[_kinds.Count];
        while (!stop.IsCancellationRequested)
        {
            double largest = 0, squared = 0, here = 0;
            for (var t = 0; t < direction.Length; t++)
            {
                direction[t] = (target[t] - (Corral.Count == 0 ? 0 : Corral.Mean[t])) / _kinds[t].People.Count;
                largest = Math.Max(largest, Math.Abs(direction[t]));
            }
            if (Corral.Count > 0 && largest <= Exact) return null;
            for (var t = 0; t < direction.Length; t++)
            {
                direction[t] /= largest;
                squared += direction[t] * direction[t] * _kinds[t].People.Count * largest;
                here += direction[t] * Corral.Mean[t];
            }
            Rounds++;
            progress?.Invoke(Corral.Count, largest);
            var above = Corral.Count == 0 ? -1e9 : here + Share * squared;
            var found = program.Best(direction, above, 0.3, 40, stop);
            if (found.Panel is null && !found.Proved)
            {
                ExactSearches++;
                found = program.Best(direction, above, 0, int.MaxValue, stop);
            }
            if (found.Panel is null) return found.Proved ? ([.. direction], above) : null;
            if (!Corral.Add(found.Panel)) return null; // rounding errors: nothing nearer can be told apart
        }
        return null;
    }
}
