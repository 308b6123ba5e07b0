namespace Trame.Registers.Occasions;

/// <summary>Who may come. A reserved space (women only, peers only) is a route of access, never a fault (R8).</summary>
public enum Openness
{
    Everyone,
    OnRegistration,
    Members,
    Reserved,
}
