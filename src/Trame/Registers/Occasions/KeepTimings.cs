using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Every hour, in every space: what is over makes room for what comes next.</summary>
internal sealed class KeepTimings(SpaceDirectory spaces, SpaceDatabases databases, RefreshTimings refresh, Readiness readiness, TimeProvider clock, ILogger<KeepTimings> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromHours(1))
{
    protected override Task Work(TrameDb db, CancellationToken stop) => refresh.Handle(db, stop);
}
