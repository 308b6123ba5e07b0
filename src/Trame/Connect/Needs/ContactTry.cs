using NodaTime;

namespace Trame.Connect.Needs;

/// <summary>A receipt: who was asked to be reached was looked for that day, this way, with this result.</summary>
public sealed record ContactTry(ContactWay Way, TryResult Result, Instant At);
