namespace Trame.Foundation.Web;

/// <summary>Stands between a writer that does not wait and a browser that may be slow: what was written is sent, and awaited, each time enough has gathered.</summary>
/// <remarks>A browser that stops reading holds some kilobytes, not a thread nor the whole file. What was gathered and not sent is dropped, so that a file that
/// broke in the middle is cut, and never ends as if it were whole.</remarks>
public sealed class Outlet(Stream target)
{
    private const int Enough = 64 * 1024;
    private readonly MemoryStream _gathered = new();

    /// <summary>Where the writer writes.</summary>
    public Stream Stream => _gathered;

    public ValueTask Send(CancellationToken stop) => _gathered.Length < Enough ? ValueTask.CompletedTask : SendAll(stop);

    public async ValueTask SendAll(CancellationToken stop)
    {
        await target.WriteAsync(_gathered.GetBuffer().AsMemory(0, (int)_gathered.Length), stop);
        _gathered.SetLength(0);
    }
}
