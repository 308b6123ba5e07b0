using Trame.Engines.Mixing;

namespace Trame.Act.CitizenDays;

/// <summary>Whether people of different neighbourhoods worked together, from the sums that worksites kept; never from a person.</summary>
public static class DayMixing
{
    /// <param name="sites">Marginals of each worksite that was held.</param>
    public static Measure Of(IEnumerable<IReadOnlyList<(string Quarter, int Count)>> sites, CancellationToken stop)
    {
        var held = sites.ToList();
        var quarters = held.SelectMany(s => s.Select(m => m.Quarter.ToUpperInvariant())).Distinct().Order(StringComparer.Ordinal).ToList();
        return LivedMixing.Of([.. held.Select((s, n) => new OpenMoment(n, [.. quarters.Select(q => s.Where(m => m.Quarter.ToUpperInvariant() == q).Sum(m => m.Count))]))], [], stop: stop).Ratio;
    }
}
