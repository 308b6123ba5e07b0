namespace Trame.Engines.OpinionMap;

/// <summary>Where a person stands. For the owner of the data only: nothing that is shown to others may say it.</summary>
/// <param name="Id">Number of the person.</param>
/// <param name="Group">Group, null when not placed.</param>
/// <param name="X">First coordinate.</param>
/// <param name="Y">Second coordinate.</param>
public sealed record PlacedParticipant(long Id, int? Group, double X, double Y);
