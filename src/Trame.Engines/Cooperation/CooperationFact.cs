namespace Trame.Engines.Cooperation;

/// <summary>One observed act of cooperation between organisations or places; never persons (R6).</summary>
/// <param name="Members">Numbers of those who took part; one named twice counts once. For a referral, who sends then who receives.</param>
/// <param name="Days">Age in days on the day of the reading, at least 0.</param>
/// <param name="Weight">What such an act counts for on its day, finite and at least 0: a choice of the reader, to be shown.</param>
public sealed record CooperationFact(IReadOnlyList<int> Members, double Days, double Weight = 1);
