using System.Text.Json;
using Trame.Foundation.Data;

namespace Trame.Registers.Organisations;

/// <summary>One thing that can be said of an organisation: its question, how it reads on the record and in the history.</summary>
public sealed record OrganisationField(string Key, string TextKey, string Column, Func<Organisation, string> Read)
{
    public static readonly IReadOnlyList<OrganisationField> All =
    [
        new("name", "occasions.field.name", nameof(Organisation.Name), o => o.Name),
        new("kind", "organisations.kind", nameof(Organisation.Kind), o => EnumWords.Write(o.Kind)),
        new("territory", "occasions.field.territory", nameof(Organisation.TerritoryId), o => o.TerritoryId.ToString()),
        new("address", "occasions.field.address", nameof(Organisation.Address), o => o.Address ?? ""),
        new("phone", "occasions.field.phone", nameof(Organisation.Phone), o => o.Phone ?? ""),
        new("email", "occasions.field.email", nameof(Organisation.Email), o => o.Email ?? ""),
        new("website", "occasions.field.website", nameof(Organisation.Website), o => o.Website ?? ""),
        .. DescribeOrganisation.Schemes.Keys.Select(scheme => new OrganisationField(scheme, $"organisations.code.{scheme}", nameof(Organisation.Codes), o => o.Codes.GetValueOrDefault(scheme, ""))),
        new("source", "ui.source", nameof(Organisation.Source), o => o.Source),
    ];

    /// <summary>What one change did, field by field.</summary>
    public static IReadOnlyList<(OrganisationField Field, string Before, string After)> Changed(Revision change) =>
        [.. All.Where(f => change.After.ContainsKey(f.Column)).Select(f => (f, f.Told(change.Before), f.Told(change.After))).Where(c => c.Item2 != c.Item3)];

    // The history keeps columns; the codes are one column for several fields.
    private string Told(Dictionary<string, string?> side) => side.GetValueOrDefault(Column) is not { } stored ? ""
        : Column == nameof(Organisation.Codes) ? JsonSerializer.Deserialize<Dictionary<string, string>>(stored)!.GetValueOrDefault(Key, "") : stored;
}
