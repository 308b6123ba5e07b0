namespace Trame.Act.Violation;

// On purpose, for ArchitectureTests: nobody imports Observe.
internal sealed class ActThatObserves
{
    public Observe.Violation.Seen Seen { get; } = new();
}
