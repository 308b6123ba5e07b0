using NodaTime;
using Trame.Engines.OpinionMap.Robust;

namespace Trame.Deliberate.Opinions;

/// <summary>What an opinion map says to everyone: never where a person stands, nothing about fewer people than the threshold.</summary>
/// <param name="People">Voices with at least one answer, whatever way they came.</param>
/// <param name="Waits">How many are missing before anything is told; 0 when it is.</param>
/// <param name="GroupSizes">People in each group; empty when there is none to tell, or one is too small.</param>
/// <param name="Hidden">Groups were found and one of them is too small: none is told.</param>
/// <param name="Stability">How often the same groups come back when people are drawn again, between 0 and 1.</param>
/// <param name="TooFew">People who answered too little to be placed.</param>
/// <param name="LittleSeen">Statements that few people saw.</param>
public sealed record OpinionResults(
    Instant At, int People, int Answers, int Waits, GroupAnswer Answer, IReadOnlyList<int> GroupSizes, bool Hidden, double Stability,
    IReadOnlyList<OpinionLine> Unites, IReadOnlyList<OpinionLine> Divides, IReadOnlyList<IReadOnlyList<OpinionLine>> Holds, IReadOnlyList<OpinionLine> All, int TooFew, IReadOnlyList<int> LittleSeen);
