namespace Trame.Foundation.Time;

/// <summary>What a form offers; anything else is written as a rule.</summary>
public enum RecurrenceKind { Once, Weekly, EveryOtherWeek, MonthlyNth, MonthlyDay }
