namespace Trame.Connect.TimeExchange;

/// <summary>Why hours changed hands. A service and a group exchange happened on a day; the others only move hours.</summary>
public enum TransferKind { Service, Group, Gift, Welcome, Correction, Closing, Partner }
