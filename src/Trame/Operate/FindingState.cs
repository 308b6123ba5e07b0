namespace Trame.Operate;

public enum FindingState
{
    Good,

    /// <summary>Trame works without it.</summary>
    Optional,

    /// <summary>Trame cannot work.</summary>
    Blocking,
}
