namespace Trame.Engines.Mixing;

/// <summary>Attendance of a moment declared as reserved (women only, peers only): counted as a way in, never read as a lack of mixing.</summary>
/// <param name="Place">Number of the place.</param>
/// <param name="People">Everyone there, at least 0.</param>
public sealed record ReservedMoment(int Place, int People);
