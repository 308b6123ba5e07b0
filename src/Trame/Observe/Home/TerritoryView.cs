using NodaTime;
using Trame.Foundation.Time;

namespace Trame.Observe.Home;

/// <summary>What is known of the whole space at one moment: everything the home page and the indicators say comes from here.</summary>
public sealed record TerritoryView(Instant At, IReadOnlyList<CommuneView> Communes, int OpenWithHours, DesertHours Hours, int Verified, int NeverVerified,
    long MomentsHeld, long PeopleMet, long MomentsBefore, long PeopleBefore, long NeedsBefore)
{
    // Counted once: a page says each of them several times, and France has 34,969 communes.
    public int Open { get; } = Communes.Sum(c => c.Open);
    public int Places { get; } = Communes.Sum(c => c.Places);
    public int Moments { get; } = Communes.Sum(c => c.Moments);
    public int Projects { get; } = Communes.Sum(c => c.Projects);
    public int NeedsOpen { get; } = Communes.Sum(c => c.NeedsOpen);
    public long? Population { get; } = Communes.Any(c => c.Population is not null) ? Communes.Sum(c => (long)(c.Population ?? 0)) : null;

    /// <summary>Communes where nothing is open within a quarter of an hour without a car (see docs/methods/proximite.md).</summary>
    public IReadOnlyList<CommuneView> Deserts { get; } = [.. Communes.Where(c => c.NearestMetres > QuarterHour.RideMetres)];

    public int FarByCar { get; } = Communes.Count(c => c.NearestMetres > QuarterHour.DriveMetres);
}
