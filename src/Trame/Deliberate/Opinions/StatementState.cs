namespace Trame.Deliberate.Opinions;

/// <summary>Where a statement stands; each change has its reason, in public.</summary>
public enum StatementState
{
    Waiting,
    Open,
    Merged,
    Refused,
}
