namespace Trame.Registers.Occasions;

/// <summary>Exactly three kinds of occasion to make a tie (S0-02).</summary>
public enum OccasionKind
{
    Place,
    Moment,
    Project,
}
