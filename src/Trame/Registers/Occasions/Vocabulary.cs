namespace Trame.Registers.Occasions;

/// <summary>The closed lists that describe an occasion. Words on screen are texts <c>occasions.{list}.{code}</c>.</summary>
public static class Vocabulary
{
    /// <summary>Policy fields (S0-02: applicable to all public policies).</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "school", "ecology", "culture", "sport", "health", "housing", "food", "digital", "mobility", "elderly", "youth",
        "family", "rights", "employment", "solidarity", "public-space",
    ];

    public static readonly IReadOnlyList<string> Audiences =
        ["everyone", "children", "teenagers", "young-adults", "parents", "adults", "seniors", "carers", "newcomers", "disabled", "women", "peers", "job-seekers"];

    /// <summary>What kind of tie the occasion makes.</summary>
    public static readonly IReadOnlyList<string> Ties =
        ["neighbours", "generations", "backgrounds", "mutual-aid", "skills", "culture", "care", "citizenship", "access-to-rights"];

    public static readonly IReadOnlyList<string> Access =
        ["step-free", "lift", "accessible-toilet", "hearing-loop", "sign-language", "easy-to-read", "quiet", "seating", "parking", "guide-dog"];

    /// <summary>Where a project stands, in the order of its life; stopping is an outcome like another.</summary>
    public static readonly IReadOnlyList<string> Stages = ["idea", "supported", "contracted", "running", "done", "stopped"];

    /// <summary>What a project looks for.</summary>
    public static readonly IReadOnlyList<string> Wants = ["hands", "skill", "thing", "money", "premises"];

    /// <summary>What kind of place, moment or project it is, in the words people use.</summary>
    public static readonly IReadOnlyDictionary<OccasionKind, IReadOnlyList<string>> Types = new Dictionary<OccasionKind, IReadOnlyList<string>>
    {
        [OccasionKind.Place] =
        [
            "third-place", "library", "social-centre", "france-services", "community-room", "shared-kitchen", "garden", "workshop", "cafe", "market",
            "park", "school", "sports-ground", "gem", "ccas", "town-hall", "resource-centre", "health-centre", "museum", "bus", "other",
        ],
        [OccasionKind.Moment] = ["workshop", "meal", "fete", "repair-cafe", "walk", "game", "reading", "concert", "sport", "meeting", "permanence", "market", "other"],
        [OccasionKind.Project] = ["garden", "mutual-aid", "neighbourhood", "culture", "repair", "food", "mobility", "memory", "other"],
    };
}
