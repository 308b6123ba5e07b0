namespace Trame.Observe.OpenData;

/// <summary>The register seen by its sources and by its fields.</summary>
public sealed record RegisterQuality(IReadOnlyList<SourceQuality> Sources, IReadOnlyList<FieldQuality> Fields);
