namespace Trame.Engines.OpinionMap.Robust;

/// <summary>What can be said of groups.</summary>
public enum GroupAnswer
{
    /// <summary>No group comes back when people are drawn again: none is told.</summary>
    None,

    /// <summary>Groups come back, but one public whose opinions shade into one another would give as much: they are told as tendencies without a border.</summary>
    Tendencies,

    /// <summary>Groups come back, and one public would not give them.</summary>
    Clear,
}
