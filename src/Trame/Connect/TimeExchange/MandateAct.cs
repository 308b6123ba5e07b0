namespace Trame.Connect.TimeExchange;

/// <summary>What the office may do in a member's name.</summary>
public enum MandateAct { Pay, Give, Cheques, Close }
