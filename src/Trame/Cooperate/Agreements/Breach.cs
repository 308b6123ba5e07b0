namespace Trame.Cooperate.Agreements;

/// <summary>A commitment was not kept. Holds: a talking circle comes before any sanction.</summary>
/// <param name="SaidOn">ISO date.</param>
/// <param name="CircleOn">When people sat in a circle about it; empty until they did.</param>
/// <param name="Agreed">What the circle agreed.</param>
/// <param name="Sanction">What was decided after, if anything.</param>
public sealed record Breach(Guid Id, Guid ClauseId, string SaidOn, string What, string CircleOn = "", string Agreed = "", string Sanction = "");
