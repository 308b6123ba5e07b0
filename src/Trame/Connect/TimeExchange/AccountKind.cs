namespace Trame.Connect.TimeExchange;

/// <summary>Whose hours an account holds: a member's, everyone's (the pot), those promised to newcomers, those owed between two banks.</summary>
public enum AccountKind { Member, Pot, Welcome, Partner }
