namespace Trame.Act.CitizenDays;

/// <summary>A worksite is proposed by anybody, kept or not by the team; one that is not kept keeps its reason.</summary>
public enum WorksiteState { Proposed, Kept, Refused }
