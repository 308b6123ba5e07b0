namespace Trame.Engines.Optimization;

/// <summary>What is left of the limits of one call. Looks at the clock once every few questions.</summary>
internal sealed class Budget(SolveLimits limits, CancellationToken stop)
{
    private const int Between = 16;
    private readonly long _start = limits.Clock.GetTimestamp();
    private int _asked;

    public SolveLimits Limits { get; } = limits;
    public long Iterations { get; private set; }

    /// <summary>Why to stop, once it is time to.</summary>
    public SolveStatus? Stopped { get; private set; }

    /// <summary>Counts an iteration and tells whether the work must stop.</summary>
    public bool Step()
    {
        if (Stopped is not null) return true;
        if (Iterations >= Limits.Iterations) Stopped = SolveStatus.IterationLimit;
        else if (_asked++ % Between == 0) Look();
        if (Stopped is null) Iterations++;
        return Stopped is not null;
    }

    /// <summary>Looks at the clock and at the caller now.</summary>
    public bool Look()
    {
        if (stop.IsCancellationRequested) Stopped ??= SolveStatus.Cancelled;
        else if (Limits.Time is { } time && Limits.Clock.GetElapsedTime(_start) >= time) Stopped ??= SolveStatus.TimeLimit;
        return Stopped is not null;
    }

    public void StopBecause(SolveStatus why) => Stopped ??= why;
}
