using Trame.Foundation.Data;

namespace Trame.Connect.SharedPlaces;

/// <summary>How a place lives: its house rules, and three prices between which a member chooses without a reason. Cents.</summary>
public sealed class PlaceLife : IVersioned
{
    public const int RulesLength = 2000;
    public const long MostPrice = 100_000;

    private PlaceLife() { }

    public PlaceLife(Guid placeId) => PlaceId = placeId;

    public Guid PlaceId { get; private set; }

    Guid IVersioned.Id => PlaceId;

    public string Rules { get; private set; } = "";
    public long Solidarity { get; private set; }
    public long Usual { get; private set; }
    public long Support { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Say(string rules, long? solidarity, long? usual, long? support)
    {
        var refusals = new List<Refusal>();
        if (rules.Trim().Length > RulesLength) refusals.Add(new("occasions.field.long", "Rules", $"{RulesLength}", $"{rules.Trim().Length}"));
        foreach (var (price, field) in ((long?, string)[])[(solidarity, "Solidarity"), (usual, "Usual"), (support, "Support")])
            if (price is not (>= 0 and <= MostPrice)) refusals.Add(new("shared.price.wrong", field));
        if (refusals.Count == 0 && !(solidarity <= usual && usual <= support)) refusals.Add(new("shared.price.order", "Solidarity"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        (Rules, Solidarity, Usual, Support) = (rules.Trim(), solidarity!.Value, usual!.Value, support!.Value); // refused just above
        return Outcome.Done;
    }

    public long PriceOf(PriceTier tier) => tier switch { PriceTier.Solidarity => Solidarity, PriceTier.Usual => Usual, _ => Support };
}
