using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>One BYDAY: a weekday, or the nth of the month or year (negative: from the end; 0: every one).</summary>
public sealed record RuleDay(IsoDayOfWeek Day, int Nth = 0);
