namespace Trame.Engines.Cooperation.Forms;

/// <summary>What one partner says of one condition, alone and before seeing the others'.</summary>
public enum ParityAnswer
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>It holds.</summary>
    Yes,
}
