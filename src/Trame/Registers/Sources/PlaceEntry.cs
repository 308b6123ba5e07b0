using Trame.Foundation.Tables;

namespace Trame.Registers.Sources;

/// <summary>What a record of the file gave: a place, or what is wrong with it. A place may have faults too: cells that cannot be read.</summary>
public sealed record PlaceEntry(PlaceLine? Line, RowError? Broken, IReadOnlyList<CellFault> Faults)
{
    public static PlaceEntry Of(PlaceLine line, params IReadOnlyList<CellFault> faults) => new(line, null, faults);

    public static PlaceEntry Of(RowError broken) => new(null, broken, []);
}
