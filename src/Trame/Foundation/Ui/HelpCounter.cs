namespace Trame.Foundation.Ui;

/// <summary>A place where someone helps, as the header says it.</summary>
/// <param name="Lead">« Guichet ouvert : », or what stands before the first one to open.</param>
/// <param name="When">« jusqu'à 17 h », « demain à 9 h »; null when the hours do not say.</param>
/// <param name="AllHref">Every counter, with its hours and its place on the map.</param>
public sealed record HelpCounter(string Lead, string Name, string Href, string? When, string AllHref);
