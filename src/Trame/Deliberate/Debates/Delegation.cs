namespace Trame.Deliberate.Debates;

/// <summary>What will be done with the result: the share of the decision that is handed over.</summary>
public enum Delegation
{
    Inform,
    Consult,
    CoDecide,
    Delegate,
}
