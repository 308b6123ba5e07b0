using System.Globalization;
using System.Text;
using Trame.Engines.Indicators;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary>The answer for a reader: what is left out first, then units with the ranks that other choices would give, then what the ranks owe to each choice.</summary>
internal static class CompositeWords
{
    public static string Write(CompositeSpec spec, CompositeFile data, CompositeResult result)
    {
        var text = new StringBuilder().AppendLine(string.Join(' ', ((string?[])[spec.Name, spec.Version]).OfType<string>()));
        if (spec.Source is { } source) text.AppendLine(Texts.Get("composite.source", source));
        foreach (var caveat in spec.Caveats) text.AppendLine(Texts.Get("composite.caveat", caveat));
        foreach (var unsaid in spec.Indicators.Where(i => i.Direction == Direction.Unsaid)) text.AppendLine(Texts.Get("composite.unsaid", unsaid.Name ?? unsaid.Column));
        if (result.Order is { } order) text.AppendLine(order.IsProved ? Texts.Get("composite.order.proved") : Texts.Get("composite.order.gap", Number(order.Agreement), Number(order.Bound)));
        foreach (var (unit, i) in result.Units.Select((u, i) => (u, i)).Where(u => u.u.Rank is not null).OrderBy(u => u.u.Rank)) text.AppendLine(Line(data.Rows[i], unit, result.Uncertainty?.Units[i]));
        foreach (var (unit, i) in result.Units.Select((u, i) => (u, i)).Where(u => u.u.Rank is null))
            text.AppendLine(Texts.Get("composite.not-scored", data.Rows[i].Label, string.Join(", ", unit.Missing.Select(j => spec.Indicators[j].Name ?? spec.Indicators[j].Column))));
        if (result.Uncertainty is { } uncertainty) Tell(text, spec, uncertainty);
        return text.ToString();
    }

    private static string Line(CompositeFile.Row row, UnitScore unit, RankInterval? ranks) => ranks is null ? Texts.Get("composite.line", unit.Rank!, row.Label, Number(unit.Score!.Value))
        : Texts.Get("composite.line.ranks", unit.Rank!, row.Label, Number(unit.Score!.Value), Rank(ranks.Low), Rank(ranks.High));

    private static void Tell(StringBuilder text, CompositeSpec spec, CompositeUncertainty uncertainty)
    {
        text.AppendLine(Texts.Get(uncertainty.IsComplete ? "composite.complete" : "composite.drawn", uncertainty.Runs, Share(spec.Uncertainty!.Level), Rank(uncertainty.MeanShift)));
        foreach (var choice in uncertainty.Choices.Where(c => c.Total is not null).OrderByDescending(c => c.Total))
            text.AppendLine(Texts.Get("composite.effect", Texts.Get($"composite.choice.{EnumWords.Write(choice.Kind)}"), Share(choice.First!.Value), Share(choice.Total!.Value)));
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.CurrentUICulture);

    private static string Rank(double value) => value.ToString("0.#", CultureInfo.CurrentUICulture);

    private static string Share(double value) => value.ToString("0 %", CultureInfo.CurrentUICulture);
}
