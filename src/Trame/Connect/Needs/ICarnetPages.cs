using Trame.Foundation.Facts;

namespace Trame.Connect.Needs;

/// <summary>A room that keeps something for whoever holds a carnet: it can say so, and take all of it back in the save of whoever asked.</summary>
public interface ICarnetPages
{
    Task<bool> Holds(string code, CancellationToken stop);

    /// <summary>Everything of this carnet is withdrawn, and who it was forgotten; nothing is saved here.</summary>
    Task Withdraw(string code, Channel channel, CancellationToken stop);

    /// <summary>A need was taken back or ended: whoever counted on it no longer does.</summary>
    Task Ended(IReadOnlyCollection<Guid> entries, CancellationToken stop);
}
