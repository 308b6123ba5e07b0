namespace Trame.Cooperate.Agreements;

/// <summary>What a contract says, as it is written or was offered to sign.</summary>
/// <param name="Purpose">Why these two work together.</param>
/// <param name="StartsOn">ISO date; empty when nobody said yet.</param>
/// <param name="ReviewsOn">ISO dates when both sides look at it together, in order.</param>
public sealed record ContractText(string Purpose, string StartsOn, string EndsOn, IReadOnlyList<string> ReviewsOn, IReadOnlyList<Clause> Clauses)
{
    public const int PurposeLength = 1000;
    public const int MostReviews = 12;

    public static readonly ContractText Empty = new("", "", "", [], []);

    public IEnumerable<Clause> Of(Side side) => Clauses.Where(c => c.Side == side);
}
