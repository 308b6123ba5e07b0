namespace Trame.Foundation.Time;

/// <summary>Whether a place is open; "unknown" is a legitimate answer ("sur rendez-vous", school holidays not yet published).</summary>
public enum OpenState { Closed, Open, Unknown }
