namespace Trame.Engines.FairBudget;

/// <summary>The variants of add1 that are in use.</summary>
/// <param name="Step">Rise of each voter's endowment, in units of money; at least 1.</param>
/// <param name="FromWholeMoney">True (the real elections, the tool of equalshares.net with « integral »): start at ⌊budget / voters⌋. False (pabutools): at budget / voters.</param>
/// <param name="Exhaustive">True: stop early, as soon as no project that is left fits in what is left of the budget. False (the real elections): go on until the budget is overspent.</param>
public sealed record Add1Options(long Step = 1, bool FromWholeMoney = true, bool Exhaustive = false)
{
    /// <summary>As Wieliczka, Świecie and Assen counted: step 1, whole endowments, no early stop.</summary>
    public static Add1Options Standard { get; } = new();
}
