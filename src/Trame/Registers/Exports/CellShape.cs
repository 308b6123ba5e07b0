namespace Trame.Registers.Exports;

/// <summary>What a cell holds, for the files that tell them apart.</summary>
public enum CellShape
{
    Text,
    Number,

    /// <summary>Several words with | between them; a list in JSON.</summary>
    List,
}
