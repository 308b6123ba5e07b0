namespace Trame.Engines.Cooperation.Forms;

/// <summary>Three conditions that are needed together and two motives (S0-83; revue TEF nº 9, 2010).</summary>
public enum ReadinessQuestion
{
    /// <summary>Condition: they are near each other.</summary>
    GeographicProximity,

    /// <summary>Condition: they work in the same spirit.</summary>
    CulturalProximity,

    /// <summary>Condition: what they do is complementary.</summary>
    ComplementaryActivities,

    /// <summary>Motive: a common interest.</summary>
    CommonInterest,

    /// <summary>Motive: a community of fate.</summary>
    CommunityOfFate,
}
