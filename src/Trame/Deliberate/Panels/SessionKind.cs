namespace Trame.Deliberate.Panels;

/// <summary>What a session is for.</summary>
public enum SessionKind { Training, Hearing, Drafting, Vote }
