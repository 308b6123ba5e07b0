namespace Trame.Foundation.Ui;

/// <summary>A map of areas in five steps, its points, and the table behind it. Everything is already worded and drawn: the partial only writes it.</summary>
/// <param name="Id">Unique on the page: the parts of the drawing refer to each other by it.</param>
/// <param name="Title">The question the map answers.</param>
/// <param name="Description">What the map shows, in a sentence, for those who do not see it.</param>
public sealed record ChoroplethView(string Id, string Title, string Description, double Width, double Height, IReadOnlyList<ChoroplethView.Area> Areas)
{
    /// <summary>The class of an area below the secrecy threshold: hatched, never a colour.</summary>
    public const string Masked = "masked";

    /// <summary>The class of an area nobody measured.</summary>
    public const string NoData = "nodata";

    public IReadOnlyList<Point> Points { get; init; } = [];
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>What a point stands for, in the legend; null when there are none.</summary>
    public string? PointLegend { get; init; }
    public string? Note { get; init; }

    /// <summary>The names that have room on the drawing; the others are said by a pointer, the keyboard and the table.</summary>
    public IReadOnlyList<Name> Names { get; init; } = [];

    /// <param name="Path">An SVG path in the view's coordinates.</param>
    /// <param name="Class">"0" (none) to "4" (most), <see cref="Masked"/> or <see cref="NoData"/>.</param>
    public sealed record Area(string Id, string Label, string Path, string Class, string ValueText, string? Href = null);

    /// <summary>One or several things at a spot; several show their number. Seen, never touched: marks would be too small and too near, the area beneath is what one chooses.</summary>
    public sealed record Point(double X, double Y, int Count);

    /// <summary>The name of an area, around the middle of the largest circle in it.</summary>
    public sealed record Name(double X, double Y, string Text);

    public sealed record LegendEntry(string Class, string Label);
}
