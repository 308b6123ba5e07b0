namespace Trame.Engines.Speaking;

/// <summary>Who speaks next: least heard first, then the side that did not speak last, then who asked first.</summary>
/// <remarks>
/// Nobody speaks twice before everyone who asks has spoken once. When the same n people always ask, each speaks once in every n turns, so that nobody waits more
/// than two rounds, 2n - 1 turns, whatever the sides. Sides alternate as long as both have someone among the least heard. O(n); deterministic.
/// </remarks>
public static class SpeakingOrder
{
    /// <param name="requests">Those who ask, in any order; a speaker once.</param>
    /// <param name="lastSide">The side that spoke last, 0 when none.</param>
    /// <returns>The request that is granted; null when nobody asks.</returns>
    public static SpeakingRequest? Next(IEnumerable<SpeakingRequest> requests, int lastSide)
    {
        SpeakingRequest? best = null;
        foreach (var request in requests)
            if (best is not { } known || Before(request, known, lastSide)) best = request;
        return best;
    }

    /// <summary>All of them, in the order in which they would speak if nobody else asked.</summary>
    public static IReadOnlyList<SpeakingRequest> Order(IEnumerable<SpeakingRequest> requests, int lastSide)
    {
        var (left, order) = (requests.ToList(), new List<SpeakingRequest>());
        while (Next(left, lastSide) is { } next)
        {
            order.Add(next);
            left.Remove(next);
            lastSide = next.Side;
        }

        return order;
    }

    private static bool Before(SpeakingRequest a, SpeakingRequest b, int lastSide)
    {
        if (a.Spoken != b.Spoken) return a.Spoken < b.Spoken;
        var (repeatsA, repeatsB) = (lastSide != 0 && a.Side == lastSide, lastSide != 0 && b.Side == lastSide);
        return repeatsA != repeatsB ? !repeatsA : a.Asked < b.Asked;
    }
}
