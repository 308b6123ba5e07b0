namespace Trame.Engines.Indicators;

/// <summary>What more of an indicator does to the index.</summary>
public enum Direction
{
    /// <summary>Nobody chose yet: shown, never counted.</summary>
    Unsaid,

    /// <summary>More raises the index.</summary>
    Up,

    /// <summary>More lowers the index.</summary>
    Down,
}
