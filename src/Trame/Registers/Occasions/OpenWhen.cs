namespace Trame.Registers.Occasions;

/// <summary>When one would like it to be open. Several together must all be true.</summary>
public enum OpenWhen
{
    Now,
    Saturday,
    Sunday,
    Evening,
    August,
    Holidays,
}
