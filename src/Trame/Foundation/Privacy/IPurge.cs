using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Foundation.Privacy;

/// <summary>A room forgets what the retention table says it has kept long enough.</summary>
public interface IPurge
{
    RetentionRule Rule { get; }

    /// <summary>How many rows are older than the limit; deletes or empties them unless it is a dry run.</summary>
    Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop);
}
