namespace Trame.Registers.Violation;

// On purpose, for ArchitectureTests: a register may not know an act, neither in a signature nor inside a method.
internal sealed class RegisterThatActs
{
    public static string Take() => Act.Violation.ActThatHides.Name();
}
