namespace Trame.Foundation.Ui;

/// <summary>Where something said comes from, and since when.</summary>
/// <param name="Of">What it is the source of: several stand on a page and must be told apart when heard.</param>
/// <param name="Gaps">What the source leaves out.</param>
public sealed record SourceView(string Of, string Source, string Date, string? Gaps = null, string? Href = null);
