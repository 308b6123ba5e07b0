using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Connect.SharedPlaces;

/// <summary>A tool that a place lends, and how many of it. Holds: no more is lent than there is.</summary>
public sealed class SharedTool
{
    public const int NameLength = 80;

    private SharedTool() { }

    private SharedTool(Guid placeId, string name, int stock, long deposit) => (PlaceId, Name, Stock, Deposit) = (placeId, name, stock, deposit);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlaceId { get; private set; }
    public string Name { get; private set; } = "";
    public int Stock { get; private set; }
    public int Lent { get; private set; }

    /// <summary>Cents.</summary>
    public long Deposit { get; private set; }
    public int Version { get; private set; } = 1;

    public static Outcome<SharedTool> Of(Guid placeId, string name, int? stock, long? deposit)
    {
        var refusals = new List<Refusal>();
        if (Blank.Is(name)) refusals.Add(new("shared.tool.no-name", "Name"));
        if (name.Trim().Length > NameLength) refusals.Add(new("occasions.field.long", "Name", $"{NameLength}", $"{name.Trim().Length}"));
        if (stock is not (>= 1 and <= 1000)) refusals.Add(new("shared.tool.stock.wrong", "Stock"));
        if (deposit is not (>= 0 and <= PlaceLife.MostPrice)) refusals.Add(new("shared.price.wrong", "Deposit"));
        return refusals.Count > 0 ? Outcome.Of(refusals) : new SharedTool(placeId, name.Trim(), stock!.Value, deposit!.Value); // refused just above
    }

    public Outcome Lend()
    {
        if (Lent >= Stock) return new Refusal("shared.tool.none-left");
        Lent++;
        Version++;
        return Outcome.Done;
    }

    public void TakeBack(bool broken)
    {
        Lent--;
        if (broken) Stock--;
        Version++;
    }
}
