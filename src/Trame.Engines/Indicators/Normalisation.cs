namespace Trame.Engines.Indicators;

/// <summary>A rule of normalisation and its scale.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Low">Where the lowest value goes (min-max, rank, target).</param>
/// <param name="High">Where the highest goes; above <paramref name="Low"/>.</param>
/// <param name="Mean">Mean after a z-score.</param>
/// <param name="Deviation">Standard deviation after a z-score, positive.</param>
public sealed record Normalisation(NormalisationRule Rule, double Low = 0, double High = 1, double Mean = 0, double Deviation = 1)
{
    /// <summary>Values stay as they are.</summary>
    public static Normalisation None { get; } = new(NormalisationRule.None);

    /// <summary>Min-max on [0, 1].</summary>
    public static Normalisation MinMax { get; } = new(NormalisationRule.MinMax);

    /// <summary>Whether a change of value changes the result in proportion, once least, most, mean and deviation are known.</summary>
    internal bool IsAffine => Rule is NormalisationRule.None or NormalisationRule.MinMax or NormalisationRule.ZScore;
}
