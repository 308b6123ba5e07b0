namespace Trame.Act.Dispositifs;

/// <summary>What keeps a file from being a dispositif, where, in words.</summary>
/// <param name="Line">From 1.</param>
public sealed record DispositifFault(int Line, int Column, string Told);
