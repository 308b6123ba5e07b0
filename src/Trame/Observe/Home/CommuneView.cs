using Trame.Foundation.Privacy;

namespace Trame.Observe.Home;

/// <summary>One commune as the observatory sees it. <see cref="NeedsOpen"/> is a count of households: it is published only through <see cref="SmallCells"/>.</summary>
/// <param name="Stopping">Open places that stand elsewhere and stop here: a bus belongs to each commune where it stops, and is counted once in a total.</param>
/// <param name="NearestMetres">As the crow flies, from its centre to the mean point of the nearest commune that has an open occasion; 0 when it has one; null when unknown.</param>
public sealed record CommuneView(Guid Id, string Slug, string Name, Guid? ParentId, int? Population, double? Latitude, double? Longitude,
    int Places, int Moments, int Projects, int Stopping, int NeedsOpen, int Fresh, double? NearestMetres)
{
    /// <summary>What stands here.</summary>
    public int Standing => Places + Moments + Projects;

    /// <summary>What stands or stops here.</summary>
    public int Open => Standing + Stopping;
}
