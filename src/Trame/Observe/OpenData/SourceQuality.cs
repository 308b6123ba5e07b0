using NodaTime;

namespace Trame.Observe.OpenData;

/// <summary>What can be said of one source: not whether it is good, but what it gives and what is still to be looked at.</summary>
/// <param name="Records">Living records that it gave.</param>
/// <param name="Fresh">Those that it said, or that somebody verified, within the months that the space decided.</param>
/// <param name="Asked">Questions that its records could answer, among those that people ask first.</param>
/// <param name="Answered">How many of these have an answer.</param>
/// <param name="Disputed">Fields on which it says something else than another source.</param>
/// <param name="Refused">Rows refused in its last import; null when none of its lists came in by review.</param>
/// <param name="Vanished">Records that its last complete list no longer names.</param>
public sealed record SourceQuality(string Name, int Records, int Fresh, int Asked, int Answered, int Disputed, int? Refused, int Vanished, Instant? Last);
