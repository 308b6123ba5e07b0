namespace Trame.Connect.Opportunities;

/// <summary>The life of an opportunity. Stopping is an outcome like another: what was learned stays (S0-44).</summary>
public enum OpportunityStage
{
    /// <summary>Found by the computation: nobody has been asked anything.</summary>
    Idea,

    /// <summary>A human took it up: people are being asked, each their own way.</summary>
    Proposed,

    /// <summary>Enough said yes on both sides, and nothing is missing any more.</summary>
    Accepted,

    /// <summary>It is being tried.</summary>
    Trial,

    /// <summary>It comes back every week, as a moment of the register.</summary>
    Held,
    Kept,
    Changed,
    Stopped,
    Declined,
}
