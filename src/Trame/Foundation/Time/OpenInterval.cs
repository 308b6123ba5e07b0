using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>A stretch of one civil day during which a place is open (or may be). Holds: Start &lt; End, both within the day, End at most the next midnight.</summary>
/// <param name="EndsLater">The end written is only "from then on" (<c>17:00+</c>): nobody said when it closes; midnight stands for it.</param>
public sealed record OpenInterval(LocalDateTime Start, LocalDateTime End, OpenState State, string? Comment, bool EndsLater);
