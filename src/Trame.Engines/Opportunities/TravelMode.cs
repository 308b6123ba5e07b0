namespace Trame.Engines.Opportunities;

/// <summary>How someone can move.</summary>
public enum TravelMode
{
    /// <summary>On foot: 4 km/h.</summary>
    Walk,

    /// <summary>By bicycle: 13 km/h.</summary>
    Bike,

    /// <summary>By bus or train: 16 km/h, waiting included.</summary>
    Transit,

    /// <summary>By car: 35 km/h.</summary>
    Car,
}
