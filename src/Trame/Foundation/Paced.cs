namespace Trame.Foundation;

/// <summary>Tells at most twice a second how far a computation is, however often it says so.</summary>
public sealed class Paced<T>(TimeProvider clock, Action<T> tell) : IProgress<T>
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.5);
    private long _last = clock.GetTimestamp();

    public void Report(T value)
    {
        if (clock.GetElapsedTime(_last) < Pace) return;
        _last = clock.GetTimestamp();
        tell(value);
    }
}
