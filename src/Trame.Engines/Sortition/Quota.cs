namespace Trame.Engines.Sortition;

/// <summary>How many members of a panel must have a value of a category, or a value of each of two categories.</summary>
/// <param name="Category">The category, such as "age".</param>
/// <param name="Value">The value in it, such as "18-24".</param>
/// <param name="Min">At least so many members, ≥ 0.</param>
/// <param name="Max">At most so many members, ≥ <paramref name="Min"/>.</param>
public sealed record Quota(string Category, string Value, int Min, int Max)
{
    /// <summary>The second category of an intersection, or null.</summary>
    public string? OtherCategory { get; init; }

    /// <summary>The value in <see cref="OtherCategory"/>, or null.</summary>
    public string? OtherValue { get; init; }

    /// <summary>How far <see cref="Min"/> may be lowered when quotas contradict each other, in [0, Min]. Default: to 0.</summary>
    public int MinFlex { get; init; }

    /// <summary>How far <see cref="Max"/> may be raised when quotas contradict each other, ≥ Max. Default: without limit.</summary>
    public int MaxFlex { get; init; } = int.MaxValue;

    /// <summary>The quota's name: "age: 18-24", or "age: 18-24 × quartier: nord".</summary>
    public override string ToString() => OtherCategory is null ? $"{Category}: {Value}" : $"{Category}: {Value} × {OtherCategory}: {OtherValue}";
}
