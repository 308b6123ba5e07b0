namespace Trame.Registers.Occasions;

/// <summary>Who carries the occasion: the routing step of S0-02.</summary>
public enum Carrier
{
    Public,
    Citizens,
    Associations,
    Private,
}
