namespace Trame.Observe.Home;

/// <summary>One commune as the observatory sees it. <see cref="NeedsOpen"/> is a count of households: it is published only through <see cref="SmallCells"/>.</summary>
/// <param name="NearestMetres">As the crow flies, from its centre to the mean point of the nearest commune that has an open occasion; 0 when it has one; null when unknown.</param>
public sealed record CommuneView(Guid Id, string Slug, string Name, Guid? ParentId, int? Population, double? Latitude, double? Longitude,
    int Places, int Moments, int Projects, int NeedsOpen, int Fresh, double? NearestMetres)
{
    public int Open => Places + Moments + Projects;
}
