using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Campaigns;

/// <summary>Every minute, in every space, where the machine was set for it: what waits in the outbox of campaigns leaves.</summary>
internal sealed class KeepSendingMessages(SpaceDirectory spaces, SpaceDatabases databases, SendMessages send, Readiness readiness, TimeProvider clock, ILogger<KeepSendingMessages> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromMinutes(1))
{
    protected override Task Work(TrameDb db, CancellationToken stop) => send.Handle(db, stop);
}
