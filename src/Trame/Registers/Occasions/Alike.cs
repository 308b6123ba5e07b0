namespace Trame.Registers.Occasions;

/// <summary>A record that may already say what someone is about to add.</summary>
public sealed record Alike(Guid Id, string Name, string Path, string Address);
