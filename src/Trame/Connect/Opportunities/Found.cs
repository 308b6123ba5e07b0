using Trame.Engines.Opportunities;

namespace Trame.Connect.Opportunities;

/// <summary>What the computation says of one idea.</summary>
/// <param name="Givers">Entries that would give, with their minutes of way; needs when the person also asks.</param>
/// <param name="Receivers">Entries that would receive.</param>
public sealed record Found(string Venue, string Kind, Guid TerritoryId, Guid? PlaceId, Guid? MomentId, Guid? PremisesId, double Latitude, double Longitude, int Start, int Hours, LackingPiece? Lacks, int Lacking, string? Equipment,
    double Coverage, double Mixing, double Distance, double Effort, int SeatsLeft, int WithinMetres, bool NeedHere, bool ResourceHere, bool Useful, double? ExpectedMixing, int AgesSaid,
    IReadOnlyList<Found.Entry> Givers, IReadOnlyList<Found.Entry> Receivers)
{
    public sealed record Entry(Guid? NeedId, Guid? ResourceId, double Minutes)
    {
        public Guid Id => NeedId ?? ResourceId ?? Guid.Empty;
    }

    public double Value => Coverage + Mixing + Distance + Effort;
}
