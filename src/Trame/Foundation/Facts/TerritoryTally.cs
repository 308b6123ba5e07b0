namespace Trame.Foundation.Facts;

/// <summary>Read model: facts and people counted by territory and kind, over all time. Thirty times shorter than <see cref="FactTally"/>: what a page can read whole.</summary>
public sealed class TerritoryTally
{
    public Guid TerritoryId { get; private set; }
    public string Kind { get; private set; } = "";
    public long Facts { get; private set; }
    public long People { get; private set; }
}
