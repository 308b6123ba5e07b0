namespace Trame.Foundation.Geo;

/// <summary>What a territory's colour stands for: a figure, a figure kept secret, or no figure at all. They are never mixed up.</summary>
public readonly record struct MapValue
{
    private readonly double? _number;

    private MapValue(double? number, bool isMasked) => (_number, IsMasked) = (number, isMasked);

    /// <summary>Below the secrecy threshold.</summary>
    public static MapValue Masked { get; } = new(null, true);

    /// <summary>Not known or not measurable.</summary>
    public static MapValue NoData { get; } = new(null, false);

    public bool IsMasked { get; }

    public double? Number => _number;

    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or not a number.</exception>
    public static MapValue Of(double number) => number >= 0 && double.IsFinite(number)
        ? new(number, false)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A map shows zero or more.");
}
