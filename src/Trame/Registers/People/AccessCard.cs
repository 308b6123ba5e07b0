namespace Trame.Registers.People;

/// <summary>What is printed on a card: shown once, kept only as a hash.</summary>
public sealed record AccessCard(Guid PersonId, string PersonName, string Number, string Code);
