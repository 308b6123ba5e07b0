namespace Trame.Connect.TimeExchange;

/// <summary>Somebody who came by themselves waits until the office has welcomed them.</summary>
public enum AccountState { Waiting, Open, Closed }
