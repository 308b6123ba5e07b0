namespace Trame.Connect.Resources;

/// <summary>What who gives would like to receive: both sides are asked (S0-25).</summary>
public enum InReturn { Nothing, Company, Learn, Hand }
