namespace Trame.Deliberate.Debates;

/// <summary>How a phase is held. Several may run at once.</summary>
public enum DebateMethod
{
    Meeting,
    Moving,
    Circle,
    Opinions,
    Counter,
    Visit,
}
