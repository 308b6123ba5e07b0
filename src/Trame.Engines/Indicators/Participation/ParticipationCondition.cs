namespace Trame.Engines.Indicators.Participation;

/// <summary>What a true participation needs: the four conditions of Rummens, and the time and training that his readers add (TEF n° 9, 2010).</summary>
public enum ParticipationCondition
{
    /// <summary>All those concerned can take part.</summary>
    Inclusivity,

    /// <summary>What is discussed, known and decided is open to see.</summary>
    Openness,

    /// <summary>Each has the same chance to be heard.</summary>
    EqualChances,

    /// <summary>Power is kept small, and made visible.</summary>
    Power,

    /// <summary>Time and training are given, and paid for.</summary>
    TimeAndTraining,
}
