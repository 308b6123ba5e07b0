namespace Trame.Deliberate.Panels;

/// <summary>People of a base list in one area.</summary>
public sealed record AreaCount(string Area, int People);
