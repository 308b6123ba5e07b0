namespace Trame.Deliberate.Opinions;

/// <summary>Who brought a statement: those who hold the debate, or whoever takes part.</summary>
public enum StatementOrigin
{
    Seeded,
    Proposed,
}
