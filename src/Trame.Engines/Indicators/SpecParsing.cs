using System.Text.Json;
using Trame.Engines.Files;

namespace Trame.Engines.Indicators;

/// <summary>From JSON to the definition of an index.</summary>
internal sealed class SpecParsing(SpottedJson root)
{
    private const double Large = 1e12;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<IndicatorSpec> _indicators = [];

    public CompositeSpec Spec()
    {
        var units = Units(root.Required("units"));
        var said = root.Required("indicators");
        foreach (var indicator in said.List()) Indicator(indicator);
        if (_indicators.All(i => i.Direction == Direction.Unsaid)) throw new FaultyFile(SpecFault.NothingCounts, said.Offset, "direction");
        var groups = Groups(root.Optional("groups"));
        var spec = new CompositeSpec
        {
            Name = root.Required("name").Word(), Version = root.Optional("version")?.Word(), Source = root.Optional("source")?.Word(), Caveats = Texts(root.Optional("caveats")),
            Units = units, Indicators = _indicators, Groups = groups,
            Missing = root.Optional("missing") is { } missing ? Missing(missing, units) : new(MissingRule.Drop),
            Outliers = root.Optional("outliers") is { } outliers ? SpecWords.Outliers(outliers) : new(OutlierRule.Keep),
            Normalisation = root.Optional("normalisation") is { } normalisation ? Normalised(normalisation) : Normalisation.MinMax,
            Combination = SpecWords.Combination(root, IsWeighted(groups.Count > 0 ? root.Optional("groups")! : said)),
            Classes = root.Optional("classes")?.Whole(2, 100) ?? 0,
            Uncertainty = root.Optional("uncertainty") is { } uncertainty ? Uncertainty(uncertainty, units) : null,
        };
        root.Done();
        return spec;
    }

    private static UnitColumns Units(SpottedJson said)
    {
        var units = new UnitColumns(said.Required("id").Word(), said.Optional("label")?.Word(), said.Optional("population")?.Word(), said.Optional("parent")?.Word());
        said.Done();
        return units;
    }

    private void Indicator(SpottedJson said)
    {
        var column = said.Required("column");
        if (!_columns.TryAdd(column.Word(), _indicators.Count)) throw new FaultyFile(SpecFault.RepeatedName, column.Offset, column.Text);
        double? Number(string field) => said.Optional(field)?.Within(-Large, Large);
        var indicator = new IndicatorSpec(column.Text, SpecWords.Of<Direction>(said.Required("direction"), SpecWords.Directions))
        {
            Name = said.Optional("name")?.Word(), Weight = said.Optional("weight")?.Within(0, Large) ?? 1, Transform = said.Optional("transform") is { } transform ? SpecWords.Of<Transform>(transform, SpecWords.Transforms) : Transform.None,
            Least = Number("least"), Most = Number("most"), Target = Number("target"), Floor = Number("floor"), Error = said.Optional("error")?.Within(0, Large) ?? 0,
        };
        if (indicator.Least >= indicator.Most) throw new FaultyFile(SpecFault.OutOfRange, said.Required("least").Offset, FormattableString.Invariant($"{indicator.Least} ≥ {indicator.Most}"));
        foreach (var (field, value) in (ReadOnlySpan<(string, double?)>)[("least", indicator.Least), ("most", indicator.Most), ("target", indicator.Target), ("floor", indicator.Floor)])
            if (value is { } bound && !double.IsFinite(PreparedColumns.Transformed(indicator.Transform, bound))) throw new FaultyFile(SpecFault.OutOfRange, said.Required(field).Offset, FormattableString.Invariant($"{bound}"));
        said.Done();
        _indicators.Add(indicator);
    }

    private List<GroupSpec> Groups(SpottedJson? said)
    {
        var (groups, placed, names) = (new List<GroupSpec>(), new HashSet<int>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var group in said?.List() ?? [])
        {
            var (name, list) = (group.Required("name"), group.Required("indicators"));
            if (!names.Add(name.Word())) throw new FaultyFile(SpecFault.RepeatedName, name.Offset, name.Text);
            var members = new List<int>();
            foreach (var member in list.List())
            {
                if (!_columns.TryGetValue(member.Word(), out var number)) throw new FaultyFile(SpecFault.UnknownWord, member.Offset, $"{member.Text} ({string.Join(", ", _columns.Keys)})");
                if (!placed.Add(number)) throw new FaultyFile(SpecFault.RepeatedName, member.Offset, member.Text);
                members.Add(number);
            }

            var combination = SpecWords.Combination(group, members.Exists(m => IsWeighted(root.Required("indicators").Items[m])));
            if (combination.Weights == WeightRule.Envelopment || combination.Aggregation == Aggregation.NonCompensatory) throw new FaultyFile(SpecFault.NotHere, name.Offset, "envelopment, non-compensatory");
            groups.Add(new(name.Text, members, group.Optional("weight")?.Within(0, Large) ?? 1, combination));
            group.Done();
        }

        var alone = groups.Count == 0 ? -1 : _indicators.FindIndex(i => i.Direction != Direction.Unsaid && !placed.Contains(_columns[i.Column]));
        return alone < 0 ? groups : throw new FaultyFile(SpecFault.NoGroup, root.Required("indicators").Items[alone].Offset, _indicators[alone].Column);
    }

    /// <summary>Whether somebody wrote a weight: then weights are those given, unless another rule is said.</summary>
    private static bool IsWeighted(SpottedJson said) => said.Kind == JsonValueKind.Array ? said.Items.Any(IsWeighted) : said.Optional("weight") is not null;

    private static MissingData Missing(SpottedJson said, UnitColumns units)
    {
        var missing = SpecWords.Missing(said);
        return missing.Rule != MissingRule.Parent || units.Parent is not null ? missing : throw new FaultyFile(SpecFault.NotHere, said.Offset, "parent: units.parent");
    }

    private Normalisation Normalised(SpottedJson said)
    {
        var rule = SpecWords.Normalisation(said);
        var without = rule.Rule == NormalisationRule.Target ? _indicators.Find(i => i.Direction != Direction.Unsaid && i.Target is null) : null;
        return without is null ? rule : throw new FaultyFile(SpecFault.NotHere, said.Offset, $"target: {without.Column}");
    }

    private UncertaintySpec Uncertainty(SpottedJson said, UnitColumns units)
    {
        IReadOnlyList<T> List<T>(string field, Func<SpottedJson, T> read) => [.. (said.Optional(field)?.List() ?? []).Select(read)];
        var asked = new UncertaintySpec
        {
            Runs = said.Optional("runs")?.Whole(16, 100_000) ?? 1000, Seed = (ulong)(said.Optional("seed")?.Within(0, 9e15) ?? 1), Level = said.Optional("level")?.Within(0.01, 0.999) ?? 0.9,
            Normalisations = List("normalisation", Normalised), Weights = List("weights", w => SpecWords.Of<WeightRule>(w, SpecWords.Weights)), Aggregations = List("aggregation", a => SpecWords.Of<Aggregation>(a, SpecWords.Aggregations)),
            Missing = List("missing", m => Missing(m, units)), Outliers = List("outliers", SpecWords.Outliers),
            WeightSpread = said.Optional("weightSpread")?.Within(0, 1) ?? 0, LeaveOut = said.Optional("leaveOut")?.Truth() ?? false, Data = said.Optional("data")?.Truth() ?? false,
        };
        said.Done();
        return asked;
    }

    private static List<string> Texts(SpottedJson? said) => said is null ? [] : [.. said.List().Select(t => t.Word())];
}
