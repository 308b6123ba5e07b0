namespace Trame.Engines.Indicators;

/// <summary>A composite index over units (communes, neighbourhoods), with all that made it.</summary>
/// <remarks>
/// Steps, each a choice of the spec: transform, extreme values, missing values, normalisation, indicators into groups, groups into the whole, ranks; then the same again under other choices
/// (OECD and JRC, Handbook on Constructing Composite Indicators, 2008; Saisana, Saltelli and Tarantola 2005). A unit without enough values has no score: it is said, never guessed.
/// One computation: O(units · indicators), and O(units²) for a non-compensatory one, a small linear program per unit for data envelopment. Deterministic for a seed.
/// Never for persons: a unit is a territory, a place or an organisation.
/// </remarks>
public static class CompositeIndex
{
    /// <summary>Computes the index.</summary>
    /// <param name="spec">Its definition.</param>
    /// <param name="data">Its data: as many lists as indicators, as many values as units.</param>
    /// <param name="stop">Ends the computation with an exception.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is infinite.</exception>
    public static CompositeReading Of(CompositeSpec spec, CompositeData data, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(data);
        if (data.Values.Count != spec.Indicators.Count || data.Values.Any(v => v.Count != data.Units) || (data.Population ?? []).Any(p => !(p >= 0) || !double.IsFinite(p)) || data.Values.Any(v => v.Any(double.IsInfinity)))
            throw new ArgumentException("one list per indicator, one finite or missing value per unit, no negative population.", nameof(data));
        try
        {
            var run = CompositeRun.Of(spec, data, CompositeChoices.Of(spec), stop);
            var uncertainty = spec.Uncertainty is { } asked ? ChoiceTrials.Of(spec, data, asked, run, stop) : null;
            return new(CompositeTelling.Of(spec, data, run) with { Uncertainty = uncertainty }, null);
        }
        catch (CompositeException wrong)
        {
            return new(null, wrong.Problem);
        }
    }
}
