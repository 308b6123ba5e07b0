using NodaTime;

namespace Trame.Registers.Occasions;

/// <summary>What one source says of one field, and when. Sources may disagree: each keeps its word, one is shown.</summary>
public sealed record FieldSource(string Field, string Source, string Value, Instant At, bool Shown);
