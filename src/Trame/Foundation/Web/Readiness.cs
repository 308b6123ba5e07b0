namespace Trame.Foundation.Web;

/// <summary>Whether every space is open for use, and what is being done until then.</summary>
public sealed class Readiness
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void Ready() => _ready = true;
}
