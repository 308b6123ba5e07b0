using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Partners;

/// <summary>Every quarter of a minute, in every space: what waits to be told is told. The outbox keeps what is left when the house closes.</summary>
internal sealed class KeepSending(SpaceDirectory spaces, SpaceDatabases databases, SendWebhooks send, Readiness readiness, TimeProvider clock, ILogger<KeepSending> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromSeconds(15))
{
    protected override Task Work(TrameDb db, CancellationToken stop) => send.Handle(db, stop);
}
