namespace Trame.Deliberate.Debates;

/// <summary>One of the things that may be decided.</summary>
/// <param name="CostCents">Null when it is said not to cost anything that can be counted.</param>
/// <param name="Touched">Who is touched by it: groups of people and places, never somebody.</param>
public sealed record DebateOption(Guid Id, string Label, long? CostCents, string Touched)
{
    public const int Most = 8;
    public const int LabelLength = 150;
    public const int TouchedLength = 200;
    public const long MostCents = 100_000_000_00;
}
