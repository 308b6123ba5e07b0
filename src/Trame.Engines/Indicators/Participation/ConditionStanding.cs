namespace Trame.Engines.Indicators.Participation;

/// <summary>Where a condition stands.</summary>
public enum ConditionStanding
{
    /// <summary>Nobody said anything.</summary>
    Unsaid,

    /// <summary>Said not to be met.</summary>
    NotMet,

    /// <summary>Said, without anything to show it: a declaration is not evidence.</summary>
    DeclaredOnly,

    /// <summary>Shown by what is there, and a measure or a participant says otherwise.</summary>
    Contested,

    /// <summary>Every point is shown by something that can be read.</summary>
    Evidenced,
}
