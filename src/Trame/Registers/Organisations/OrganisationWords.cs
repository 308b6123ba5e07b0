using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Registers.Organisations;

/// <summary>What is said of an organisation, in words for people: codes become names.</summary>
public static class OrganisationWords
{
    public static async Task<IReadOnlyDictionary<string, string>> Territories(TrameDb db, IEnumerable<string> ids, CancellationToken stop)
    {
        var wanted = ids.Select(i => Guid.TryParse(i, out var id) ? id : Guid.Empty).Distinct().ToList();
        return await db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().Where(t => wanted.Contains(t.Id)).ToDictionaryAsync(t => t.Id.ToString(), t => t.Name, stop);
    }

    public static string Say(OrganisationField field, string value, IReadOnlyDictionary<string, string> territories) => field.Key switch
    {
        _ when value.Length == 0 => "—",
        "kind" => Texts.Get($"organisations.kind.{value}"),
        "territory" => territories.GetValueOrDefault(value, "—"),
        _ => value,
    };
}
