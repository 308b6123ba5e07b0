namespace Trame.Observe.Api;

/// <summary>A source of the register: how many living records it gave, and when it last spoke.</summary>
public sealed record SourceView(string Name, int Records, string LastAt);
