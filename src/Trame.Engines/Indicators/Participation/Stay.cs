namespace Trame.Engines.Indicators.Participation;

/// <summary>How long somebody unnamed came.</summary>
/// <param name="Length">Number of sessions, weeks or months, positive.</param>
/// <param name="Left">True: they stopped then. False: they were still there when the count ended, or the group itself ended.</param>
public readonly record struct Stay(double Length, bool Left);
