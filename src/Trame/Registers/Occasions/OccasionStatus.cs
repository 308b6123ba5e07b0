namespace Trame.Registers.Occasions;

public enum OccasionStatus
{
    Proposed,
    Open,
    Paused,
    Closed,
}
