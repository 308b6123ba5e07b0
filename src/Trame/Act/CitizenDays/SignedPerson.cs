namespace Trame.Act.CitizenDays;

/// <summary>One who comes: a first name or nothing, what they know how to do, what they need. <paramref name="Came"/>: seen at the desk.</summary>
public sealed record SignedPerson(string Name, IReadOnlyList<string> Skills, IReadOnlyList<string> Needs, bool Came = false);
