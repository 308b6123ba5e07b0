namespace Trame.Foundation.Geo;

/// <summary>How a class of territories is drawn.</summary>
public enum MapClassKind { Zero, Ramp, Masked, NoData }
