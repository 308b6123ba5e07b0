using Trame.Engines.Indicators;
using Trame.Foundation;
using Trame.Foundation.Data;

namespace Trame.Observe.Indicators;

/// <summary>The answer for another program. Field names are a promise; what is not measurable is null.</summary>
internal static class CompositeJson
{
    public static string Write(CompositeSpec spec, CompositeFile data, CompositeResult result, double seconds) => JsonAnswer.Of(new
    {
        spec.Name,
        spec.Version,
        spec.Source,
        spec.Caveats,
        Choices = new
        {
            Normalisation = EnumWords.Write(spec.Normalisation.Rule), Weights = EnumWords.Write(spec.Combination.Weights), Aggregation = EnumWords.Write(spec.Combination.Aggregation),
            Missing = EnumWords.Write(spec.Missing.Rule), Outliers = EnumWords.Write(spec.Outliers.Rule),
        },
        Units = result.Units.Select((unit, i) => Unit(spec, data, result, unit, i)),
        Indicators = result.Indicators.Select((r, j) => new
        {
            spec.Indicators[j].Column, spec.Indicators[j].Name, Direction = EnumWords.Write(spec.Indicators[j].Direction), r.Weight, r.Missing, r.Treated, r.Least, r.Most, r.Mean, r.Deviation, r.Correlation, r.Effect,
        }),
        Groups = result.Groups.Select((r, g) => new { spec.Groups[g].Name, r.Weight, r.Correlation, Explained = r.ExplainedShare }),
        Explained = result.ExplainedShare,
        Order = result.Order is { } order ? new { Ids = order.Order.Select(i => data.Rows[i].Id), order.Agreement, order.Bound, Proved = order.IsProved } : null,
        Uncertainty = result.Uncertainty is { } u ? Uncertainty(spec, u) : null,
        NotScored = result.Units.Count(unit => unit.Score is null),
        Seconds = seconds,
    }) + "\n";

    private static object Unit(CompositeSpec spec, CompositeFile data, CompositeResult result, UnitScore unit, int i) => new
    {
        data.Rows[i].Id,
        data.Rows[i].Label,
        unit.Score,
        unit.Rank,
        unit.Class,
        Groups = unit.Groups.Select((score, g) => (spec.Groups[g].Name, score)).ToDictionary(p => p.Name, p => p.score),
        Normalised = unit.Normalised.Select((value, j) => (spec.Indicators[j].Column, value)).ToDictionary(p => p.Column, p => p.value),
        Gaps = unit.Gaps?.Select((value, j) => (spec.Indicators[j].Column, value)).ToDictionary(p => p.Column, p => p.value),
        Missing = unit.Missing.Select(j => spec.Indicators[j].Column),
        Filled = unit.Filled.Select(j => spec.Indicators[j].Column),
        Ranks = result.Uncertainty?.Units[i] is { } ranks ? new { ranks.Low, ranks.Median, ranks.High, ranks.Scored, Driver = ranks.Driver < 0 ? null : EnumWords.Write(result.Uncertainty.Choices[ranks.Driver].Kind) } : null,
    };

    private static object Uncertainty(CompositeSpec spec, CompositeUncertainty u) => new
    {
        u.Runs,
        Complete = u.IsComplete,
        spec.Uncertainty!.Level,
        u.MeanShift,
        Choices = u.Choices.Select(c => new { Choice = EnumWords.Write(c.Kind), c.Options, c.First, c.Total, c.FirstError, c.TotalError }),
    };
}
