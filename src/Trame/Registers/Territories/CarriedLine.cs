namespace Trame.Registers.Territories;

/// <summary>One thing that an organisation carries.</summary>
/// <param name="Path">Its page, inside the space.</param>
/// <param name="KindKey">Text key of what it is.</param>
public sealed record CarriedLine(string Name, string Path, string KindKey);
