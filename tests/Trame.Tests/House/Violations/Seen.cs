namespace Trame.Observe.Violation;

// On purpose, for ArchitectureTests: observing an act through its door is allowed, taking a hidden type is not.
internal sealed class Seen
{
    public Act.Violation.ActThatObserves? Published { get; }

    public static string Hidden() => Act.Violation.ActThatHides.Name();
}
