namespace Trame.Foundation.Privacy;

/// <summary>Who leaves: their identifier, every name they were shown under, and the records whose history they wrote.</summary>
public sealed record ErasedPerson(Guid Id, IReadOnlyList<string> Names, IReadOnlyList<Guid> Subjects);
