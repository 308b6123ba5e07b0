namespace Trame.Engines.FairBudget;

/// <summary>What decided about a project.</summary>
public enum FundedBy
{
    /// <summary>It is not funded.</summary>
    Nothing,

    /// <summary>The rule itself.</summary>
    Rule,

    /// <summary>The completion by number of votes, after the rule.</summary>
    UtilitarianCompletion,
}
