namespace Trame.Engines.Cooperation.Forms;

/// <summary>Five conditions of a partnership and four of its ethics (S0-74; Fourdrignier 2010).</summary>
public enum ParityCondition
{
    /// <summary>The cooperation is organised to last.</summary>
    LastingOrganisation,

    /// <summary>Each benefits.</summary>
    MutualBenefit,

    /// <summary>The organisations work better.</summary>
    BetterOrganisations,

    /// <summary>People are answered better.</summary>
    BetterAnswer,

    /// <summary>What one has helps the other.</summary>
    Synergies,

    /// <summary>Trust is real and shared.</summary>
    SharedTrust,

    /// <summary>Parity is accepted.</summary>
    Parity,

    /// <summary>Each is moderate and realistic.</summary>
    ModerateAttitude,

    /// <summary>Each can tell of it so that others join.</summary>
    AbleToConvince,
}
