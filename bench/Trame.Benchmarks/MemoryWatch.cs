using System.Diagnostics;

namespace Trame.Benchmarks;

/// <summary>Asks every ten milliseconds what the process holds, and keeps the most above what it held at first.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long _before = Held();
    private readonly Timer _timer;
    private long _most;

    public MemoryWatch() => _timer = new Timer(_ => Look(), null, 10, 10);

    /// <returns>Bytes.</returns>
    public long Stop()
    {
        Look();
        return Math.Max(0, _most - _before);
    }

    public void Dispose() => _timer.Dispose();

    private void Look() => _most = Math.Max(_most, Held());

    private static long Held()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
