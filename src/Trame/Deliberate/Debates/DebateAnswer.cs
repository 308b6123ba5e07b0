namespace Trame.Deliberate.Debates;

/// <summary>The reasoned answer to one option or proposal.</summary>
public sealed record DebateAnswer(Guid ItemId, AnswerKind Kind, string Reason);
