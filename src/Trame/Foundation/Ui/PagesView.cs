namespace Trame.Foundation.Ui;

/// <summary>Before and after in a list read by keys: no page numbers, since the list may change meanwhile.</summary>
/// <param name="Place">Where one is: « 21 à 40 sur 212 ».</param>
public sealed record PagesView(string? PreviousHref, string? NextHref, string? Place = null);
