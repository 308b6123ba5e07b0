using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Observe.Api;

/// <summary>A commune or a grouping, as programs read it.</summary>
public sealed record TerritoryView(Guid Id, string Kind, string Name, string Slug, Guid? ParentId, IReadOnlyDictionary<string, string> Codes, int? Population, int? PopulationYear, string? PopulationSource, double? Latitude, double? Longitude)
{
    public static TerritoryView Of(TerritoryNode t) => new(t.Id, EnumWords.Write(t.Kind), t.Name, t.Slug, t.ParentId, t.Codes, t.Population, t.PopulationYear, t.PopulationSource, t.Latitude, t.Longitude);
}
