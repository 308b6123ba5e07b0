namespace Trame.Engines.OpinionMap;

/// <summary>One answer to one statement.</summary>
/// <param name="Participant">Number of the person in the conversation; says nothing else about them.</param>
/// <param name="Comment">Number of the statement.</param>
/// <param name="Value">1 agree, -1 disagree, 0 pass. A statement not seen is an absent vote, never a zero.</param>
/// <param name="Timestamp">Milliseconds since 1970, 0 when unknown. Used to order changes of mind.</param>
public readonly record struct Vote(long Participant, long Comment, int Value, long Timestamp = 0);
