namespace Trame.Engines.Sortition;

/// <summary>One side of a quota, in a conflict.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="IsMinimum">True: its minimum; false: its maximum.</param>
/// <param name="Available">People of the pool who count in it, those already selected included.</param>
public sealed record QuotaBound(Quota Quota, bool IsMinimum, int Available);
