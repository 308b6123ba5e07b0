namespace Trame.Include.Guide;

/// <summary>A part of a chapter, under its own heading.</summary>
/// <param name="Anchor">Where a link into the page lands.</param>
public sealed record GuideSection(string Title, string Anchor, string Markdown);
