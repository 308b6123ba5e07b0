namespace Trame.Engines.OpinionMap;

/// <summary>Loops whose turns are independent: on all cores when the work is long, on this one when it is short (what is done again many times is itself spread over cores).</summary>
internal static class Cores
{
    private const int Long = 4000;

    /// <param name="count">Number of turns.</param>
    /// <param name="people">People the whole loop is about: the measure of its length.</param>
    /// <param name="turn">One turn.</param>
    public static void For(int count, int people, Action<int> turn)
    {
        if (people >= Long) Parallel.For(0, count, turn);
        else
            for (var i = 0; i < count; i++) turn(i);
    }
}
