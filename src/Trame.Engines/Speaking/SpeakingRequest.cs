namespace Trame.Engines.Speaking;

/// <summary>Somebody asks for the floor.</summary>
/// <param name="Speaker">Number of the seat.</param>
/// <param name="Side">-1, 0 or 1: the side of the axis on which they stand.</param>
/// <param name="Spoken">Times they have spoken already.</param>
/// <param name="Asked">Order of the request: the lower came first.</param>
public readonly record struct SpeakingRequest(int Speaker, int Side, int Spoken, long Asked);
