namespace Trame.Registers.Occasions;

/// <summary>Is it still true? Fresh: verified, or said by its source, within the months that the space decided.</summary>
public enum Freshness
{
    Fresh,
    Stale,
}
