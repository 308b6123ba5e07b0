using NodaTime;

namespace Trame.Connect.Opportunities;

/// <summary>A step of the life of an opportunity: what, when, and the words of whoever took it, never about a person.</summary>
public sealed record OpportunityStep(OpportunityStage Stage, Instant At, string Note);
