namespace Trame.Foundation.Time;

/// <summary>The spans of one weekday in a form; none: closed.</summary>
public sealed record GridDay(IReadOnlyList<GridSpan> Spans)
{
    public static GridDay Closed { get; } = new([]);

    public bool Equals(GridDay? other) => other is not null && Spans.SequenceEqual(other.Spans);
    public override int GetHashCode() => Spans.Count;
}
