namespace Trame.Act.Shifts;

/// <summary>A shift with who comes and who waits, in the order they said so.</summary>
public sealed record ShiftLine(Shift Shift, IReadOnlyList<ShiftHand> Coming, IReadOnlyList<ShiftHand> Waiting);
