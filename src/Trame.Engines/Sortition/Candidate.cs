namespace Trame.Engines.Sortition;

/// <summary>Someone who may be drawn.</summary>
/// <param name="Id">Unique in the pool.</param>
/// <param name="Values">A value for each category of the problem, in its order.</param>
/// <param name="Household">Those who share it are never drawn together; null: nobody shares it.</param>
public sealed record Candidate(string Id, IReadOnlyList<string> Values, string? Household = null);
