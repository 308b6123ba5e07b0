using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Act.Shifts;

/// <summary>Every quarter of an hour, in every space: who is to be reminded by mail or SMS is.</summary>
internal sealed class KeepReminding(SpaceDirectory spaces, SpaceDatabases databases, RemindHands remind, Readiness readiness, TimeProvider clock, ILogger<KeepReminding> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromMinutes(15))
{
    protected override Task Work(TrameDb db, CancellationToken stop) => remind.Handle(db, stop);
}
