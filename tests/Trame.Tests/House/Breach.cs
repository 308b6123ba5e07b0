namespace Trame.Tests.House;

/// <summary>Where a rule of the house is broken, and how.</summary>
internal sealed record Breach(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
