namespace Trame.Engines.OpinionMap;

/// <summary>How much a group takes part.</summary>
/// <param name="Id">The group.</param>
/// <param name="People">Share of those who are placed.</param>
/// <param name="Votes">Share of the votes of those who are placed.</param>
/// <param name="MedianVotes">Votes of its median person.</param>
/// <param name="LittleSeen">Statements that fewer than one in ten of its people saw.</param>
public sealed record GroupPresence(int Id, double People, double Votes, double MedianVotes, int LittleSeen)
{
    /// <summary>Its share of the votes is less than four fifths of its share of the people: it was heard less than it counts.</summary>
    public bool IsUnderRepresented => Votes < 0.8 * People;
}
