using NodaTime;

namespace Trame.Registers.People;

/// <summary>A person as the list shows them: a name and what they may do. Sorted by name, never by anything they did.</summary>
public sealed record PersonLine(Guid Id, string Name, Instant CreatedAt, IReadOnlyList<Role> Roles);
