namespace Trame.Deliberate.Debates;

/// <summary>Two positions that cannot both be followed: whom each protects, what is common, what would settle it. It is kept as it is, never averaged away.</summary>
public sealed record Contradiction(Guid Id, string First, string FirstProtects, string Second, string SecondProtects, string Common, string Settles)
{
    public const int Most = 20;
    public const int TextLength = 300;
}
