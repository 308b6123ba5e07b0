namespace Trame.Registers.Sources;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    Understood,
    Reviewed,
    Applied,
    Undone,
}
