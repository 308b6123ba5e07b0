namespace Trame.Registers.Territories;

public enum TerritoryKind
{
    Country,
    Region,
    Department,
    Intercommunality,
    Commune,
    Neighbourhood,
}
