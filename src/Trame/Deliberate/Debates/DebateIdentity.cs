namespace Trame.Deliberate.Debates;

/// <summary>What is asked of who takes part: nothing; a numbered card, given to whoever comes; a card given after a check on a list, which Trame never sees.</summary>
public enum DebateIdentity
{
    None,
    Card,
    List,
}
