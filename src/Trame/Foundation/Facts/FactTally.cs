namespace Trame.Foundation.Facts;

/// <summary>Read model: facts and people counted by territory, month (yyyymm, UTC), kind and channel. Rebuilt from facts, to the byte.</summary>
public sealed class FactTally
{
    public Guid TerritoryId { get; private set; }
    public int Month { get; private set; }
    public string Kind { get; private set; } = "";
    public Channel Channel { get; private set; }
    public long Facts { get; private set; }
    public long People { get; private set; }
}
