namespace Trame.Deliberate.Rooms;

/// <summary>How those in the hall without a device are placed: counted zone by zone, or by the number of their card. One or the other, so that nobody counts twice.</summary>
public enum HallMode
{
    Counts,
    Cards,
}
