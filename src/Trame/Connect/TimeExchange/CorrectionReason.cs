namespace Trame.Connect.TimeExchange;

/// <summary>Why a transfer is compensated: a closed list, the ledger holds no sentence about anyone.</summary>
public enum CorrectionReason { WrongHours, WrongMember, WrittenTwice, DidNotHappen }
