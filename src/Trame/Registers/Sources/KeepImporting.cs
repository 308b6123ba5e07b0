using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Every other second, in every space: the long imports that wait are done.</summary>
internal sealed class KeepImporting(SpaceDirectory spaces, SpaceDatabases databases, RunImports imports, Readiness readiness, TimeProvider clock, ILogger<KeepImporting> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromSeconds(2))
{
    protected override Task Work(Space space, TrameDb db, CancellationToken stop) => imports.Handle(space, stop);
}
