namespace Trame.Engines.FairBudget;

/// <summary>What is done with the money that equal shares leaves unspent.</summary>
public enum Completion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Endowments rise step by step while the outcome stays within the budget (<see cref="Add1Options"/>).</summary>
    Add1,

    /// <summary>Projects are added by number of votes, as long as they fit.</summary>
    Utilitarian,

    /// <summary>The first, then the second (« add1u »).</summary>
    Add1Utilitarian,
}
