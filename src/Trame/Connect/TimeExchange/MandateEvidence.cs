namespace Trame.Connect.TimeExchange;

/// <summary>How we know that the member wished it.</summary>
public enum MandateEvidence { SignedPaper, SaidAtCounter, CalledBack, OwnCode }
