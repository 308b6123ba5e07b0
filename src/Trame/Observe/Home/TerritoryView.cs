using NodaTime;
using Trame.Foundation.Privacy;
using Trame.Foundation.Time;

namespace Trame.Observe.Home;

/// <summary>What is known of the whole space at one moment: everything the home page and the indicators say comes from here.</summary>
public sealed record TerritoryView(Instant At, IReadOnlyList<CommuneView> Communes, int OpenWithHours, DesertHours Hours, int Verified, int ToConfirm,
    long MomentsHeld, long PeopleMet, long MomentsBefore, long PeopleBefore, long NeedsBefore, int SecrecyThreshold)
{
    /// <summary>Whoever reads has saved something since: the page says that it is not counted here yet.</summary>
    public bool IsBehindReader { get; init; }

    // Counted once: a page says each of them several times, and France has 34,969 communes.
    public int Open { get; } = Communes.Sum(c => c.Standing);
    public int Places { get; } = Communes.Sum(c => c.Places);
    public int Moments { get; } = Communes.Sum(c => c.Moments);
    public int Projects { get; } = Communes.Sum(c => c.Projects);
    public int NeedsOpen { get; } = Communes.Sum(c => c.NeedsOpen);
    public long? Population { get; } = Communes.Any(c => c.Population is not null) ? Communes.Sum(c => (long)(c.Population ?? 0)) : null;

    /// <summary>Communes where nothing is open within a quarter of an hour without a car, the farthest first (see docs/methods/proximite.md).</summary>
    public IReadOnlyList<CommuneView> Deserts { get; } = [.. Communes.Where(c => c.NearestMetres > QuarterHour.RideMetres).OrderByDescending(c => c.NearestMetres)];

    public int FarByCar { get; } = Communes.Count(c => c.NearestMetres > QuarterHour.DriveMetres);

    /// <summary>May the number of needs be said, or would it name households (R5)?</summary>
    public bool MayTellNeeds { get; } = SmallCells.MayTellTotal([.. Communes.Select(c => c.NeedsOpen)], SecrecyThreshold);

    /// <summary>Where needs concentrate, as the key of a text: north or south of the middle of the territory, when one side clearly holds most.</summary>
    public string? NeedsWhere { get; } = Concentration(Communes, SecrecyThreshold);

    private static string? Concentration(IReadOnlyList<CommuneView> communes, int threshold)
    {
        var placed = communes.Where(c => c is { Latitude: not null, NeedsOpen: > 0, Population: > 0 }).ToList();
        if (placed.Count < 6 || placed.Sum(c => c.NeedsOpen) < threshold) return null;
        var middle = placed.Average(c => c.Latitude!.Value);
        var (north, south) = (Rate(placed.Where(c => c.Latitude > middle)), Rate(placed.Where(c => c.Latitude <= middle)));
        return north > 1.3 * south ? "home.needs.north" : south > 1.3 * north ? "home.needs.south" : null;
    }

    private static double Rate(IEnumerable<CommuneView> communes)
    {
        var list = communes.ToList();
        return list.Count == 0 ? 0 : (double)list.Sum(c => c.NeedsOpen) / list.Sum(c => c.Population!.Value);
    }
}
