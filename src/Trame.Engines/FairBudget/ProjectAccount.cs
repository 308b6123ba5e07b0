namespace Trame.Engines.FairBudget;

/// <summary>Why one project is funded or not. What a rule does not use is null.</summary>
public sealed record ProjectAccount
{
    /// <summary>Index in the election.</summary>
    public required int Project { get; init; }

    /// <summary>Ballots that name it.</summary>
    public required int Votes { get; init; }

    /// <summary>What decided.</summary>
    public FundedBy By { get; init; }

    /// <summary>Round in which it was funded, or in which it went out of reach; from 1, and 0 when it never was within reach. Greedy: its turn.</summary>
    public int? Round { get; init; }

    /// <summary>The purchase that put it out of reach; null when it never was within reach, or is funded.</summary>
    public int? OutOfReachBy { get; init; }

    /// <summary>Effective votes at the moment of the decision: cost / price. As many votes, all able to pay the price, would weigh the same. Before the purchase
    /// that put it out of reach, for a project that is not funded; 0 if it never was within reach.</summary>
    public double? EffectiveVotes { get; init; }

    /// <summary>What a supporter pays per point of score, in money (a vote is one point).</summary>
    public double? Price { get; init; }

    /// <summary>Supporters who paid the whole price.</summary>
    public int? PaidPrice { get; init; }

    /// <summary>Supporters who gave all they still had, which was less.</summary>
    public int? PaidTheRest { get; init; }

    /// <summary>Supporters who had nothing left.</summary>
    public int? HadNothing { get; init; }

    /// <summary>Money that supporters still have at the end, for a project that is not funded.</summary>
    public double? MoneyBehind { get; init; }

    /// <summary>Money that was missing: behind it at the end (equal shares), or within the budget when its turn came (greedy, Phragmén).</summary>
    public double? MissingMoney { get; init; }

    /// <summary>How many further voters, with only this project on their ballots and all else equal, are enough to fund it; null when no number is, or it cannot be told.
    /// Equal shares: each with the same endowment, to reach the cost at the end. Greedy: to pass strictly before what took the money. Phragmén: to be reached first.</summary>
    public long? MissingVotes { get; init; }
}
