using Trame.Foundation.Spaces;

namespace Trame.Foundation.Web;

/// <summary>Something to be done at start, before anyone may come in. Lower orders first.</summary>
public interface IPrepare
{
    int Order { get; }

    /// <param name="spaces">Those whose database answers; later, one that answers again.</param>
    /// <param name="stop">The house closes.</param>
    Task Run(IReadOnlyList<Space> spaces, CancellationToken stop);
}
