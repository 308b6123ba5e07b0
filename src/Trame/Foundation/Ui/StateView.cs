namespace Trame.Foundation.Ui;

/// <summary>In place of what one came for: why it is not here, and what to do next. What is left null is said by the kind.</summary>
public sealed record StateView(StateKind Kind, string? Title = null, string? Text = null, string? ActText = null, string? ActHref = null)
{
    /// <summary>Stands for the whole page: its title is the page's h1.</summary>
    public bool IsPage { get; init; }

    /// <summary>The number under which the problem is on record.</summary>
    public string? Number { get; init; }

    /// <summary>Share done, in percent; null when nobody can tell.</summary>
    public int? Percent { get; init; }

    public string Key => Kind == StateKind.NotFound ? "ui.state.not-found" : $"ui.state.{Kind.ToString().ToLowerInvariant()}";
}
