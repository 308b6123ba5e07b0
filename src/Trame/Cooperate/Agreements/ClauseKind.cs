namespace Trame.Cooperate.Agreements;

/// <summary>What a side brings. Money is counted in cents, hours in hours, the rest in things.</summary>
public enum ClauseKind { Money, Hours, Materials, Technique, Premises, Upkeep }
