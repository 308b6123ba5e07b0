namespace Trame.Foundation.Ui;

/// <summary>Bars side by side. The chart is its own table: each row has its words, its bar and its number.</summary>
/// <param name="Title">What is compared, with its unit.</param>
public sealed record BarChartView(string Title, string LabelHeading, string ValueHeading, IReadOnlyList<BarChartView.Bar> Bars)
{
    /// <summary>The value of a full bar; the largest one when not said.</summary>
    public double? Full { get; init; }
    public string? Note { get; init; }

    /// <summary>Length of a bar in percent of a full one, in [0, 100]; 0 when there is nothing to compare with.</summary>
    public double Percent(Bar bar)
    {
        var full = Full ?? Bars.Max(b => b.Value ?? 0);
        return full <= 0 ? 0 : Math.Clamp(100 * (bar.Value ?? 0) / full, 0, 100);
    }

    /// <param name="Value">Null when masked or not measurable: no bar, and <paramref name="ValueText"/> says why.</param>
    /// <param name="Tone">null, "tie" or "missing": said by the words too.</param>
    public sealed record Bar(string Label, double? Value, string ValueText, string? Href = null, string? Tone = null);
}
