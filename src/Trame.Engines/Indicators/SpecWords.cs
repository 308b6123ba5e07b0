using System.Text.Json;
using Trame.Engines.Files;

namespace Trame.Engines.Indicators;

/// <summary>The words of the file of an index: a rule is a word, or an object when it has numbers.</summary>
internal static class SpecWords
{
    public static readonly string[] Directions = ["unsaid", "up", "down"];
    public static readonly string[] Transforms = ["none", "log", "log1p", "sqrt"];
    public static readonly string[] Weights = ["equal", "given", "pca", "first-component", "envelopment"];
    public static readonly string[] Aggregations = ["arithmetic", "sum", "geometric", "non-compensatory"];

    private static readonly string[] Normalisations = ["none", "min-max", "z", "rank", "target", "exponential"];
    private static readonly string[] MissingRules = ["drop", "available", "mean", "median", "parent"];
    private static readonly string[] OutlierRules = ["keep", "winsorise", "tukey"];

    /// <summary>The value of an enumeration whose words stand in the order of its values.</summary>
    public static T Of<T>(SpottedJson said, string[] words) where T : struct, Enum
    {
        var at = Array.IndexOf(words, said.Word());
        return at >= 0 ? Enum.GetValues<T>()[at] : throw new FaultyFile(SpecFault.UnknownWord, said.Offset, $"{said.Text} ({string.Join(", ", words)})");
    }

    public static Normalisation Normalisation(SpottedJson said)
    {
        if (said.Kind != JsonValueKind.Object) return new(Of<NormalisationRule>(said, Normalisations));
        var range = said.Optional("range");
        var bounds = range is null ? [0, 1] : range.List() is [var low, var high] ? (double[])[low.Within(-1e9, 1e9), high.Within(-1e9, 1e9)] : throw new FaultyFile(SpecFault.WrongType, range.Offset, "[0, 1]");
        if (bounds[0] >= bounds[1]) throw new FaultyFile(SpecFault.OutOfRange, range!.Offset, FormattableString.Invariant($"{bounds[0]} ≥ {bounds[1]}"));
        var rule = new Normalisation(Of<NormalisationRule>(said.Required("rule"), Normalisations), bounds[0], bounds[1], said.Optional("mean")?.Within(-1e9, 1e9) ?? 0, said.Optional("deviation")?.Within(1e-9, 1e9) ?? 1);
        said.Done();
        return rule;
    }

    public static MissingData Missing(SpottedJson said)
    {
        if (said.Kind != JsonValueKind.Object) return new(Of<MissingRule>(said, MissingRules));
        var missing = new MissingData(Of<MissingRule>(said.Required("rule"), MissingRules), said.Optional("least")?.Within(0, 1) ?? 0.5);
        said.Done();
        return missing;
    }

    public static Outliers Outliers(SpottedJson said)
    {
        if (said.Kind != JsonValueKind.Object) return new(Of<OutlierRule>(said, OutlierRules));
        var outliers = new Outliers(Of<OutlierRule>(said.Required("rule"), OutlierRules), said.Optional("low")?.Within(0, 0.49) ?? 0.05, said.Optional("high")?.Within(0.51, 1) ?? 0.95, said.Optional("factor")?.Within(1e-6, 1000) ?? 1.5);
        said.Done();
        return outliers;
    }

    /// <param name="said">The index or a group.</param>
    /// <param name="isWeighted">Whether its members have weights.</param>
    public static Combination Combination(SpottedJson said, bool isWeighted)
    {
        var weights = said.Optional("weights") is { } w ? Of<WeightRule>(w, Weights) : isWeighted ? WeightRule.Given : WeightRule.Equal;
        var aggregation = said.Optional("aggregation") is { } a ? Of<Aggregation>(a, Aggregations) : Aggregation.Arithmetic;
        if (weights is WeightRule.FirstComponent or WeightRule.Envelopment && aggregation != Aggregation.Arithmetic) throw new FaultyFile(SpecFault.NotHere, said.Required("aggregation").Offset, $"{Weights[(int)weights]}: arithmetic");
        var rescale = said.Optional("rescale") is { } r ? Normalisation(r) : Indicators.Normalisation.None;
        if (rescale.Rule == NormalisationRule.Target) throw new FaultyFile(SpecFault.NotHere, said.Required("rescale").Offset, "target");
        if (rescale.Rule != NormalisationRule.None && aggregation == Aggregation.NonCompensatory) throw new FaultyFile(SpecFault.NotHere, said.Required("rescale").Offset, "non-compensatory: none");
        return new(weights, aggregation, rescale);
    }
}
