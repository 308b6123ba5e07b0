namespace Trame.Registers.Occasions;

public enum OccasionStatus
{
    Proposed,
    Open,
    Paused,
    Closed,

    /// <summary>A moment whose dates are all behind: time says so, and takes it back when a date is added.</summary>
    Over,
}
