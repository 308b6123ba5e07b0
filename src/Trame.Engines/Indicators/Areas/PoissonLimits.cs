namespace Trame.Engines.Indicators.Areas;

/// <summary>Exact limits of the mean of a Poisson law from one count (Garwood 1936).</summary>
public static class PoissonLimits
{
    /// <summary>The limits: at the lower one, so many events or more have a chance of (1 − level)/2; at the upper one, so many or fewer.</summary>
    /// <param name="events">Not negative; need not be whole.</param>
    /// <param name="level">In (0, 1).</param>
    /// <exception cref="ArgumentException">Out of these ranges.</exception>
    public static (double Low, double High) Of(double events, double level = 0.95)
    {
        if (!(events >= 0 && events <= 1e12) || !(level > 0 && level < 1)) throw new ArgumentException($"events at least 0 and a level between 0 and 1, not {events} and {level}.");
        return (GammaLaw.Quantile(events, (1 - level) / 2), GammaLaw.Quantile(events + 1, (1 + level) / 2));
    }
}
