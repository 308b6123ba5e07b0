using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Observe.Api;

/// <summary>Who carries what happens, as programs read it.</summary>
public sealed record OrganisationView(Guid Id, string Kind, string Name, string Slug, NamedView? Territory, IReadOnlyDictionary<string, string> Codes, string? Address, string? Phone, string? Email, string? Website, string Source, string SourceAt, string Url)
{
    public static OrganisationView Of(Organisation o, TerritoryNode? at, string root) => new(o.Id, EnumWords.Write(o.Kind), o.Name, o.Slug, at is null ? null : new(at.Id, at.Name, at.Slug) { Code = at.Code }, o.Codes, o.Address, o.Phone, o.Email, o.Website,
        o.Source, InstantPattern.General.Format(o.SourceAt), $"{root}/organisations/{o.Slug}");
}
