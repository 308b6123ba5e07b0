namespace Trame.Deliberate.Budgets;

/// <summary>How ballots are counted, said before anyone votes. Equal shares come with their completion; greedy is the count by number of votes.</summary>
public enum CountRule { EqualShares, Greedy }
