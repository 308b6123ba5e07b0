namespace Trame.Foundation.Ui;

/// <summary>A number with what it means, and the way to its definition: no figure goes without.</summary>
public sealed record KeyFigureView(string Value, string Label, string DefinitionHref)
{
    public string? Unit { get; init; }

    /// <summary>A comparison or a warning, in words.</summary>
    public string? Note { get; init; }

    /// <summary>The note tells of something missing or late.</summary>
    public bool IsLate { get; init; }
    public SparklineView? Series { get; init; }
}
