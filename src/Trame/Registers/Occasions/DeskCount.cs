namespace Trame.Registers.Occasions;

/// <summary>So many things wait there.</summary>
/// <param name="TextKey">What they are.</param>
public sealed record DeskCount(string TextKey, string Path, int Count);
