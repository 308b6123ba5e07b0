namespace Trame.Foundation.Geo;

/// <summary>How far one gets in a given time, as a radius in metres as the crow flies: an order of magnitude to search with, not an itinerary.</summary>
/// <remarks>
/// Hypotheses: on foot 4.8 km/h (80 m per minute, the pace of a person who is not in a hurry); by car 40 km/h door to door, small roads and parking
/// included; the way is 1.3 times longer than the straight line. That factor is a convention: Boscoe, Henry and Zdeb (2012, "A nationwide comparison of
/// driving distance versus straight-line distance to hospitals") find about 1.4 by car. So one walks 61.5 m and drives 512.8 m straight ahead per minute.
/// </remarks>
public static class TravelRadius
{
    public const double WalkMetresPerMinute = 80;
    public const double DriveMetresPerMinute = 40_000 / 60.0;
    public const double DetourFactor = 1.3;

    public static double WithinWalk(double minutes) => Within(minutes, WalkMetresPerMinute);

    public static double WithinDrive(double minutes) => Within(minutes, DriveMetresPerMinute);

    private static double Within(double minutes, double metresPerMinute) =>
        minutes >= 0 && double.IsFinite(minutes)
            ? minutes * metresPerMinute / DetourFactor
            : throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "A duration is zero or more.");
}
