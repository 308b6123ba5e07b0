namespace Trame.Engines.FairBudget;

/// <summary>How people voted: the <c>vote_type</c> of a Pabulib file.</summary>
public enum VoteKind
{
    /// <summary>A set of projects, all equal (<c>approval</c>).</summary>
    Approval,

    /// <summary>One project (<c>choose-1</c>).</summary>
    ChooseOne,

    /// <summary>Projects in order of preference (<c>ordinal</c>).</summary>
    Ordinal,

    /// <summary>Points shared out between projects (<c>cumulative</c>).</summary>
    Cumulative,

    /// <summary>A note for each project (<c>scoring</c>).</summary>
    Scoring,
}
