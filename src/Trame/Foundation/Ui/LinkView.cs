namespace Trame.Foundation.Ui;

/// <summary>A link in a row of links: a view of the same result (« _Views »), a filter that can be removed (« _Chips »).</summary>
public sealed record LinkView(string Label, string Href, bool Current = false);
