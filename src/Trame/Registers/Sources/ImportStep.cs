namespace Trame.Registers.Sources;

/// <summary>What is done of an import, at once or outside the request when it is long.</summary>
public enum ImportStep
{
    /// <summary>Read and compared; nothing of the register moves.</summary>
    Review,

    /// <summary>Taken into the register.</summary>
    Apply,

    /// <summary>Taken back.</summary>
    Undo,
}
