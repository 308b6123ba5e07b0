namespace Trame.Connect.Needs;

/// <summary>Who said a need: it counts the same whoever it is.</summary>
public enum SaidBy { Self, Relative, Agent, Mediator, Neighbour }
