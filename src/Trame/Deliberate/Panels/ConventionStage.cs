namespace Trame.Deliberate.Panels;

/// <summary>Where a convention stands: framed; letters and answers; a portfolio committed; drawn; answered.</summary>
public enum ConventionStage { Draft, Open, Committed, Drawn, Answered }
