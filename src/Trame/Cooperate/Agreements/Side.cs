namespace Trame.Cooperate.Agreements;

/// <summary>The two sides of a contract; neither is the other's client.</summary>
public enum Side { First, Second }
