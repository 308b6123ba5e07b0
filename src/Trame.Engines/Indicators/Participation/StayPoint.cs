namespace Trame.Engines.Indicators.Participation;

/// <summary>A step of an attendance curve.</summary>
/// <param name="At">Length at which somebody left.</param>
/// <param name="StillThere">Number still followed just before.</param>
/// <param name="Left">How many left then.</param>
/// <param name="Share">Share of those who began that comes longer than this.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record StayPoint(double At, int StillThere, int Left, double Share, double Low, double High);
