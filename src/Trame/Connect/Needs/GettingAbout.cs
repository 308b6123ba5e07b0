namespace Trame.Connect.Needs;

/// <summary>How far somebody can go, in words that everyone understands.</summary>
public enum GettingAbout { Home, Near, Walk, Bike, Bus, Car }
