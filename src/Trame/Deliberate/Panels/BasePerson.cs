namespace Trame.Deliberate.Panels;

/// <summary>A line of a base list, while it is read.</summary>
public sealed record BasePerson(string LastName, string FirstName, string Address, string Town, string Area, string Born, string Household);
