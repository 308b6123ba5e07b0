namespace Trame.Foundation.Ui;

/// <summary>Seven days by twenty-four hours: where in the week there is nothing (level 0, hatched) and where there is much (4).</summary>
public sealed record WeekHeatView(string Title, IReadOnlyList<WeekHeatView.Day> Days, IReadOnlyList<string> Legend)
{
    public string? Note { get; init; }

    /// <param name="Short">The day in two or three letters, for narrow screens.</param>
    /// <param name="Hours">24 cells, from midnight.</param>
    /// <param name="Summary">The row in a sentence: « rien d'ouvert avant 9 h ni après 19 h ».</param>
    public sealed record Day(string Label, string Short, IReadOnlyList<Hour> Hours, string Summary);

    /// <param name="Level">0 (nothing) to 4.</param>
    public sealed record Hour(int Level, string Text);
}
