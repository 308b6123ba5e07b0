using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Deliberate.Debates;

/// <summary>A debate was opened; a step of it left something; it was answered; what changed was told.</summary>
public static class DebateFacts
{
    public static readonly FactKind Opened = new("debate.opened");
    public static readonly FactKind Phase = new("debate.phase");
    public static readonly FactKind Answered = new("debate.answered");
    public static readonly FactKind Reviewed = new("debate.reviewed");

    public static readonly IReadOnlyList<FactKind> All = [Opened, Phase, Answered, Reviewed];

    public static Fact Of(FactKind kind, Debate debate, Channel channel, Instant at, int? people = null) => new(kind, debate.TerritoryId, channel, at) { SubjectType = "debate", SubjectId = debate.Id, Count = people };
}
