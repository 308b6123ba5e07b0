namespace Trame.Registers.People;

public enum SignInKind
{
    Password,
    Passkey,
    Card,
}
