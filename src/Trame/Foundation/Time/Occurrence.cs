using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>One time that something happens.</summary>
/// <param name="Local">The time on the clock of the place, one that exists.</param>
/// <param name="At">The same as an instant.</param>
/// <param name="Uncertain">It would not happen in school holidays, and those of that day are not known.</param>
public sealed record Occurrence(LocalDateTime Local, Instant At, bool Uncertain);
