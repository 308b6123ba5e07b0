using NodaTime;

namespace Trame.Registers.Organisations;

/// <summary>A room whose records name an organisation: when two records become one they name the one that stays, and the other again if the merge is undone.</summary>
public interface IFollowOrganisation
{
    /// <summary>Nothing is saved here: the merge saves everything at once.</summary>
    Task Merged(Guid duplicate, Guid kept, CancellationToken stop);

    /// <param name="mergedAt">What changed at that moment, and was not changed since, goes back.</param>
    Task Split(Guid duplicate, Guid kept, Instant mergedAt, CancellationToken stop);
}
