namespace Trame.Observe.Api;

/// <summary>What one source says of one field.</summary>
/// <param name="Shown">It is what the record shows; otherwise another source says something else.</param>
public sealed record SaidView(string Field, string Source, string Value, string At, bool Shown);
