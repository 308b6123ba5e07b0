namespace Trame.Engines.Cooperation.Forms;

/// <summary>How free a relation is, called by its name (R9).</summary>
public enum Freedom
{
    /// <summary>One could refuse and can leave, and nothing depends on it.</summary>
    Free,

    /// <summary>One could refuse, but an advantage depends on entering.</summary>
    Incited,

    /// <summary>Refusing or leaving has consequences.</summary>
    Imposed,
}
