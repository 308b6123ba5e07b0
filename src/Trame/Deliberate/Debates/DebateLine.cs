using NodaTime;

namespace Trame.Deliberate.Debates;

/// <summary>A debate in a list.</summary>
/// <param name="LateDays">Days beyond the promised answer.</param>
public sealed record DebateLine(Guid Id, string Name, string Slug, DebateStage Stage, string Place, string Territory, LocalDate? DecidesOn, LocalDate? AnswerDueOn, LocalDate? AnsweredOn, string DeciderName, Delegation? Delegation, int LateDays, bool OwesChange, IReadOnlyList<DebateMethod> Now);
