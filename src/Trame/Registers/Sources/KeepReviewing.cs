using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Every other second, in every space: the reviews that wait are done.</summary>
internal sealed class KeepReviewing(SpaceDirectory spaces, SpaceDatabases databases, RunReviews reviews, Readiness readiness, TimeProvider clock, ILogger<KeepReviewing> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromSeconds(2))
{
    protected override Task Work(Space space, TrameDb db, CancellationToken stop) => reviews.Handle(space, stop);
}
