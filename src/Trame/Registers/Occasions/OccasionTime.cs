using NodaTime;

namespace Trame.Registers.Occasions;

/// <summary>One time that an occasion happens. AllDay: nobody said at what time.</summary>
public sealed record OccasionTime(LocalDateTime Start, LocalDateTime End, Instant StartsAt, Instant EndsAt, bool AllDay);
