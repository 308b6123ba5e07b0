using Trame.Foundation;
using Trame.Foundation.Facts;

namespace Trame.Act.Violation;

// On purpose, for ArchitectureTests: a door that publishes a type of a neighbour.
internal sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => [ActThatHides.Declared];

    public IReadOnlyList<Type> Publishes => [typeof(ActThatObserves), typeof(Registers.Violation.RegisterThatActs)];
}
