namespace Trame.Deliberate.Debates;

/// <summary>What became of an option or a proposal.</summary>
public enum AnswerKind
{
    Retained,
    Partly,
    Refused,
}
