namespace Trame.Connect.Opportunities;

/// <summary>What somebody answered to a proposal. No needs no reason, and is held against nobody (R2).</summary>
public enum PartAnswer { None, Yes, No, Later }
