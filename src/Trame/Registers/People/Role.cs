namespace Trame.Registers.People;

/// <summary>What someone may be in a space. A visitor is anyone; the others are given by name, for the whole space or for one scope.</summary>
public enum Role
{
    Visitor,
    Resident,
    Host,
    Member,
    CounterAgent,
    Coordinator,
    Elected,
    Observer,
    Operator,
}
