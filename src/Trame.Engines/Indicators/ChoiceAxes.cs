using System.Globalization;
using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators;

/// <summary>The choices that are drawn again, and what a point of them means.</summary>
internal sealed class ChoiceAxes
{
    private readonly CompositeSpec _spec;
    private readonly CompositeData _data;
    private readonly UncertaintySpec _asked;
    private readonly List<(ChoiceKind Kind, int Options)> _axes = [];
    private readonly int[] _counted;

    public ChoiceAxes(CompositeSpec spec, CompositeData data, UncertaintySpec asked)
    {
        (_spec, _data, _asked) = (spec, data, asked);
        _counted = [.. Enumerable.Range(0, spec.Indicators.Count).Where(j => spec.Indicators[j].Direction != Direction.Unsaid)];
        Add(ChoiceKind.Normalisation, asked.Normalisations.Count, asked.Normalisations.Count > 1);
        Add(ChoiceKind.Weights, asked.Weights.Count, asked.Weights.Count > 1);
        Add(ChoiceKind.Aggregation, asked.Aggregations.Count, asked.Aggregations.Count > 1);
        Add(ChoiceKind.Missing, asked.Missing.Count, asked.Missing.Count > 1);
        Add(ChoiceKind.Outliers, asked.Outliers.Count, asked.Outliers.Count > 1);
        Add(ChoiceKind.WeightSpread, 0, asked.WeightSpread > 0);
        Add(ChoiceKind.LeaveOut, _counted.Length + 1, asked.LeaveOut && _counted.Length > 1);
        Add(ChoiceKind.Data, 0, asked.Data && spec.Indicators.Any(i => i.Error > 0));
        Kinds = [.. _axes.Select(a => a.Kind)];
        Sizes = [.. _axes.Select(a => a.Options)];
    }

    public ChoiceKind[] Kinds { get; }

    /// <summary>Number of options of each; 0: a continuum.</summary>
    public int[] Sizes { get; }

    public int Count => _axes.Count;

    public bool IsContinuous => Sizes.Contains(0);

    /// <summary>Number of combinations, or more than can be counted.</summary>
    public long Combinations => IsContinuous ? long.MaxValue : Sizes.Aggregate(1L, (product, size) => Math.Min(product * size, int.MaxValue));

    /// <summary>What makes two points the same.</summary>
    public string Key(ulong[] point) => string.Join(' ', point.Select((value, c) => (Sizes[c] == 0 ? value : value % (ulong)Sizes[c]).ToString(CultureInfo.InvariantCulture)));

    public CompositeChoices At(ulong[] point)
    {
        var choices = CompositeChoices.Of(_spec) with { Proves = false };
        for (var c = 0; c < point.Length; c++)
        {
            var option = Sizes[c] == 0 ? 0 : (int)(point[c] % (ulong)Sizes[c]);
            choices = Kinds[c] switch
            {
                ChoiceKind.Normalisation => choices with { Normalisation = _asked.Normalisations[option] },
                ChoiceKind.Weights => choices with { Weights = _asked.Weights[option] },
                ChoiceKind.Aggregation => choices with { Aggregation = _asked.Aggregations[option] },
                ChoiceKind.Missing => choices with { Missing = _asked.Missing[option] },
                ChoiceKind.Outliers => choices with { Outliers = _asked.Outliers[option] },
                ChoiceKind.LeaveOut => choices with { LeftOut = option == 0 ? -1 : _counted[option - 1] },
                ChoiceKind.WeightSpread => Drawn(choices, new SeededRandom(point[c])),
                _ => choices with { Values = Values(new SeededRandom(point[c])) },
            };
        }

        return choices;
    }

    private void Add(ChoiceKind kind, int options, bool isAsked)
    {
        if (isAsked) _axes.Add((kind, options));
    }

    private CompositeChoices Drawn(CompositeChoices choices, SeededRandom random)
    {
        double Factor() => 1 - _asked.WeightSpread + (2 * _asked.WeightSpread * random.NextDouble());
        return choices with { IndicatorFactors = [.. _spec.Indicators.Select(_ => Factor())], GroupFactors = [.. _spec.Groups.Select(_ => Factor())] };
    }

    private List<double[]> Values(SeededRandom random) => [.. _data.Values.Select((column, j) => (double[])[.. column.Select(v => _spec.Indicators[j].Error > 0 ? v + (_spec.Indicators[j].Error * random.NextNormal()) : v)])];
}
