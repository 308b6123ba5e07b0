using Trame.Foundation.Facts;

namespace Trame.Act.Violation;

// On purpose, for ArchitectureTests: it is on no door, and it writes two facts of which one is declared.
internal sealed class ActThatHides
{
    public static readonly FactKind Secret = new("secret.held");
    public static readonly FactKind Declared = new("open.held");

    public static string Name() => "";

    public static Fact WriteSecret() => new(Secret, Guid.Empty, Channel.Counter, default);

    public static Fact WriteDeclared() => new(Declared, Guid.Empty, Channel.Counter, default);
}
