namespace Trame.Engines.Opportunities.Worksites;

/// <summary>What each thing costs, in whole numbers from 0 to 1,000,000: the least sum is sought.</summary>
/// <param name="Waiting">Somebody without a site.</param>
/// <param name="Skill">A need of a skill that nobody fills.</param>
/// <param name="Least">Each person under the least of a site.</param>
/// <param name="Mixing">Each person of a group beyond its share of a site.</param>
/// <param name="Moved">Somebody who is sent elsewhere than told.</param>
/// <param name="Unwished">Somebody at a site that they did not wish, when they wished some.</param>
/// <param name="MixingShare">Share of a site's places that one group may take, in (0, 1]; 1: any.</param>
public sealed record WorksiteWeights(int Waiting = 10_000, int Skill = 3_000, int Least = 1_000, int Mixing = 60, int Moved = 200, int Unwished = 25, double MixingShare = 1)
{
    /// <summary>Cost of the first, second, third… wish; the last goes on.</summary>
    public IReadOnlyList<int> Wishes { get; init; } = [0, 1, 3, 6, 10];
}
