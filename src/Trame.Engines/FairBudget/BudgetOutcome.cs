namespace Trame.Engines.FairBudget;

/// <summary>What a rule funds, and why.</summary>
public sealed record BudgetOutcome
{
    /// <summary>What was counted.</summary>
    public required BudgetElection Election { get; init; }

    /// <summary>Funded projects by index, in the order in which they were chosen.</summary>
    public required IReadOnlyList<int> Funded { get; init; }

    /// <summary>One account per project, in the order of the election.</summary>
    public required IReadOnlyList<ProjectAccount> Accounts { get; init; }

    /// <summary>What each voter was given, in money; equal shares and its variants only.</summary>
    public double? Endowment { get; init; }

    /// <summary>How much of their endowment voters spent: ten counts, the first for up to a tenth, the last for more than nine tenths. Equal shares and its variants only.</summary>
    public IReadOnlyList<int>? VotersByShareSpent { get; init; }

    /// <summary>Voters who spent nothing at all; they are in the first of <see cref="VotersByShareSpent"/> too.</summary>
    public int? VotersWhoSpentNothing { get; init; }

    /// <summary>Sum of the costs of what is funded.</summary>
    public decimal Cost => Funded.Sum(p => Election.Projects[p].Cost);
}
