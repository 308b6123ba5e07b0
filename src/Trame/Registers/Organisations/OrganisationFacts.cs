using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Registers.Organisations;

/// <summary>Two records turned out to be one organisation, or two after all.</summary>
public static class OrganisationFacts
{
    public static readonly FactKind Merged = new("organisation.merged");
    public static readonly FactKind Split = new("organisation.split");

    public static readonly IReadOnlyList<FactKind> All = [Merged, Split];

    public static Fact Of(FactKind kind, Organisation kept, Organisation duplicate, Channel channel, Instant at) => new(kind, kept.TerritoryId, channel, at)
    {
        SubjectType = "organisation",
        SubjectId = kept.Id,
        Organisations = [kept.Id, duplicate.Id],
    };
}
