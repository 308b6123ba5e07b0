namespace Trame.Engines.Mixing;

/// <summary>A value with its interval and what chance gives, or the reason why there is none.</summary>
public abstract record Measure;
