namespace Trame.Foundation.Ui;

/// <summary>One step of the trail above a page's title; the last one, the page itself, has no address.</summary>
public sealed record Crumb(string Label, string? Href = null);
