namespace Trame.Deliberate.Debates;

/// <summary>Where a debate stands. Late is not a stage: it is what happens to an open one.</summary>
public enum DebateStage
{
    Proposed,
    Framing,
    Open,
    Answered,
    Declined,
}
