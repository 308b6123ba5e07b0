namespace Trame.Engines.Opportunities;

/// <summary>A kind of moment people can have together, in the taxonomy of the territory.</summary>
/// <param name="Id">Its word.</param>
/// <param name="Hours">Length in whole hours, in [1, 12].</param>
/// <param name="Least">Fewest people who receive, at least 1.</param>
/// <param name="Most">Most people who receive.</param>
/// <param name="Equipment">Word of the equipment without which it cannot be held, or null.</param>
/// <param name="Reserved">A space of its own by choice (women only, peers only): mixing is neither sought nor held against it.</param>
/// <param name="Serves">Other kinds of need it also answers, and how well, in (0, 1]; it answers its own kind with 1.</param>
public sealed record OpportunityKind(string Id, int Hours, int Least, int Most, string? Equipment, bool Reserved, IReadOnlyDictionary<string, double> Serves);
