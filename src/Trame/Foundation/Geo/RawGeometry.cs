using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>A geometry as the file writes it: positions not yet converted, rings not yet checked.</summary>
/// <param name="Parts">Parts, their lines, their positions; a point is one line of one position. Empty for a collection.</param>
/// <param name="Members">The geometries of a collection.</param>
/// <param name="Path">Where it stands in the file.</param>
/// <param name="Line">Line of its coordinates.</param>
internal sealed record RawGeometry(string Type, List<List<Coordinate[]>> Parts, List<RawGeometry> Members, string Path, int Line)
{
    public IEnumerable<Coordinate> Positions =>
        Parts.SelectMany(part => part).SelectMany(line => line).Concat(Members.SelectMany(member => member.Positions));
}
