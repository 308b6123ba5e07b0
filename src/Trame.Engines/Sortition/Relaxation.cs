namespace Trame.Engines.Sortition;

/// <summary>A quota that would have to change for a panel to exist.</summary>
/// <param name="Quota">The quota as it was asked.</param>
/// <param name="Min">The minimum that would do, at most the one that was asked.</param>
/// <param name="Max">The maximum that would do, at least the one that was asked.</param>
public sealed record Relaxation(Quota Quota, int Min, int Max);
