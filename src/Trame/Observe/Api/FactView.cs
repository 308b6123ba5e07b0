using NodaTime.Text;
using Trame.Foundation.Facts;

namespace Trame.Observe.Api;

/// <summary>Something that happened: what, when, where, with which organisations; never who, and never how many, since small counts could be subtracted from published ones.</summary>
public sealed record FactView(Guid Id, string At, string Kind, Guid TerritoryId, Guid? PlaceId, IReadOnlyList<Guid> Organisations, string? SubjectType, Guid? SubjectId, Guid? Corrects)
{
    public static FactView Of(Fact f) => new(f.Id, InstantPattern.General.Format(f.At), f.Kind, f.TerritoryId, f.PlaceId, f.Organisations, f.SubjectType.Length > 0 ? f.SubjectType : null, f.SubjectId, f.Corrects);
}
