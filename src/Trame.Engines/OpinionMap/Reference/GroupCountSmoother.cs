namespace Trame.Engines.OpinionMap.Reference;

/// <summary>The number of groups shown changes only when another one has been the best in four updates in a row.</summary>
/// <param name="Best">Best number at the last update.</param>
/// <param name="Times">Updates in a row with that best.</param>
/// <param name="Shown">Number shown.</param>
public readonly record struct GroupCountSmoother(int Best, int Times, int Shown)
{
    private const int Needed = 4;

    /// <summary>The smoother after an update whose best number of groups is <paramref name="best"/>; the default value has seen none.</summary>
    public GroupCountSmoother After(int best)
    {
        var times = best == Best ? Times + 1 : 1;
        return new(best, times, times >= Needed || Shown == 0 ? best : Shown);
    }
}
