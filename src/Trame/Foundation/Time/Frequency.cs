namespace Trame.Foundation.Time;

/// <summary>FREQ of RFC 5545, without the hours, minutes and seconds that no gathering needs.</summary>
public enum Frequency { Daily, Weekly, Monthly, Yearly }
