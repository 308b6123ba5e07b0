namespace Trame.Registers.Sources;

/// <summary>What a row of a file is to the register.</summary>
public enum RowState
{
    New,
    Changed,
    Unchanged,
    Likely,
    Refused,
    Elsewhere,
    Vanished,
}
